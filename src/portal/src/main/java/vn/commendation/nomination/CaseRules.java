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
import vn.commendation.nomination.CaseTransition.Alternative;

/**
 * The rules a case is judged by: those in force when the Department received it, or a later set
 * whose transition reaches back to that day, if the Office chose it.
 */
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
    return rules.inForce(received(nomination));
  }

  /** The day of receipt; before the submission, today. */
  private LocalDate received(Nomination nomination) {
    var received = nomination.submittedAt() == null ? clock.instant() : nomination.submittedAt();
    return LocalDate.ofInstant(received, clock.getZone());
  }

  /**
   * The choice between the rules of the day of receipt and later ones; empty if no later set
   * reaches back to that day and knows this award, nominee and type.
   */
  Optional<CaseTransition> transition(Nomination nomination) {
    if (nomination.submittedAt() == null) {
      return Optional.empty();
    }
    var received = received(nomination);
    var sets =
        rules.sets().stream()
            .filter(set -> set.inForceOn(received) || set.reachesBackTo(received))
            .toList();
    if (sets.size() < 2) {
      return Optional.empty();
    }
    var applied = setOf(nomination).code();
    var alternatives =
        sets.stream()
            .flatMap(
                set ->
                    ruleIn(set, nomination, nomination.awardCode())
                        .map(rule -> new Alternative(set, rule, set.code().equals(applied)))
                        .stream())
            .toList();
    return alternatives.stream()
        .map(Alternative::set)
        .filter(set -> set.reachesBackTo(received))
        .findFirst()
        .filter(later -> alternatives.size() > 1)
        .map(later -> new CaseTransition(received, later.transition(), alternatives));
  }

  /** Empty if the set knows no rule for this award, nominee and type. */
  Optional<AwardRule> ruleOf(Nomination nomination) {
    return ruleOf(nomination, nomination.awardCode());
  }

  Optional<AwardRule> ruleOf(Nomination nomination, String award) {
    return award == null ? Optional.empty() : ruleIn(setOf(nomination), nomination, award);
  }

  private Optional<AwardRule> ruleIn(RuleSet set, Nomination nomination, String award) {
    return rules.find(set.code(), award, nomination.subjectKind(), nomination.type());
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
