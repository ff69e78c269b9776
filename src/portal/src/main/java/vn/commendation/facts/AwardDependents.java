package vn.commendation.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Rules;
import vn.commendation.award.SubjectKind;

/** Which awards counted another one: the chain that is rechecked when an award is taken back. */
@Service
public class AwardDependents {

  private final AwardHistory history;
  private final Rules rules;

  AwardDependents(AwardHistory history, Rules rules) {
    this.history = history;
    this.rules = rules;
  }

  /**
   * Standing awards whose prerequisites counted the given one: to be checked if it falls. They are
   * decided on the same day or later, and by the rules in force on that day
   *
   * <ul>
   *   <li>the given title is among the consecutive years that the award needed, or
   *   <li>a member's title counted for the share of Lao động tiên tiến, or the number of Chiến sĩ
   *       thi đua cơ sở, of a collective's title of the same year.
   * </ul>
   *
   * What depends on these in turn is found by asking again for each of them.
   */
  @Transactional(readOnly = true)
  public List<AwardGiven> of(long id) {
    var fallen = history.get(id);
    var own = history.of(fallen.personId(), fallen.unitId());
    var years =
        own.stream()
            .filter(one -> one.awardCode().equals(fallen.awardCode()))
            .filter(one -> one.id() == id || one.revokedOn() == null)
            .map(AwardGiven::year)
            .collect(Collectors.toCollection(TreeSet::new));
    var found =
        own.stream()
            .filter(one -> standsAfter(one, fallen))
            .filter(
                one ->
                    rulesOf(one).stream().anyMatch(rule -> countedYear(rule, one, fallen, years)))
            .collect(Collectors.toCollection(ArrayList::new));
    if (fallen.personId() != null) {
      history.of(null, fallen.unitId()).stream()
          .filter(one -> one.year() == fallen.year() && standsAfter(one, fallen))
          .filter(one -> rulesOf(one).stream().anyMatch(rule -> countedMember(rule, fallen)))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static boolean standsAfter(AwardGiven one, AwardGiven fallen) {
    return one.id() != fallen.id()
        && one.revokedOn() == null
        && !one.decidedOn().isBefore(fallen.decidedOn());
  }

  private List<AwardRule> rulesOf(AwardGiven award) {
    var kind = award.personId() == null ? SubjectKind.COLLECTIVE : SubjectKind.INDIVIDUAL;
    return rules.of(rules.inForce(award.decidedOn()).code()).stream()
        .filter(rule -> rule.award().equals(award.awardCode()) && rule.subject() == kind)
        .toList();
  }

  private static boolean countedYear(
      AwardRule rule, AwardGiven award, AwardGiven fallen, Set<Integer> years) {
    return fallen.awardCode().equals(rule.priorAward())
        && Years.consecutive(years, award.year(), award.year() - 1).stream()
            .limit(rule.priorYears())
            .anyMatch(year -> year == fallen.year());
  }

  private static boolean countedMember(AwardRule rule, AwardGiven fallen) {
    return switch (fallen.awardCode()) {
      case AwardHistory.ADVANCED_WORKER -> rule.advancedWorkerPercent() != null;
      case AwardHistory.BASE_FIGHTER -> rule.baseFighters() > 0;
      default -> false;
    };
  }
}
