package vn.commendation.nomination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.commendation.award.Award;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.RuleSet;
import vn.commendation.award.Rules;

/** The rules a case is judged by: those in force when the Department received it. */
@Component
class CaseRules {

  private final Rules rules;
  private final Awards awards;
  private final Clock clock;

  CaseRules(Rules rules, Awards awards, Clock clock) {
    this.rules = rules;
    this.awards = awards;
    this.clock = clock;
  }

  /** The set bound to the case; before its submission, the one of today. */
  RuleSet setOf(Nomination nomination) {
    if (nomination.ruleSet() != null) {
      return rules.set(nomination.ruleSet());
    }
    var received = nomination.submittedAt() == null ? clock.instant() : nomination.submittedAt();
    return rules.inForce(LocalDate.ofInstant(received, clock.getZone()));
  }

  /** Empty if the set knows no rule for this award, nominee and type. */
  Optional<AwardRule> ruleOf(Nomination nomination) {
    return ruleOf(nomination, nomination.awardCode());
  }

  Optional<AwardRule> ruleOf(Nomination nomination, String award) {
    return award == null
        ? Optional.empty()
        : rules.find(setOf(nomination).code(), award, nomination.subjectKind(), nomination.type());
  }

  /** Other awards the nominee of this case could be given instead. */
  List<Award> alternatives(Nomination nomination) {
    var codes =
        rules.of(setOf(nomination).code()).stream()
            .filter(rule -> rule.subject() == nomination.subjectKind())
            .filter(rule -> rule.types().contains(nomination.type()))
            .map(AwardRule::award)
            .filter(code -> !code.equals(nomination.awardCode()))
            .toList();
    return awards.all().stream().filter(award -> codes.contains(award.code())).toList();
  }

  /** Awards that can be given for a type of commendation today. */
  List<Award> awardsFor(CommendationType type) {
    var codes =
        rules.of(rules.inForce(LocalDate.now(clock)).code()).stream()
            .filter(rule -> rule.types().contains(type))
            .map(AwardRule::award)
            .toList();
    return awards.all().stream().filter(award -> codes.contains(award.code())).toList();
  }
}
