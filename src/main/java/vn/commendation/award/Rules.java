package vn.commendation.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the field, by date. */
@Service
@Transactional(readOnly = true)
public class Rules {

  private final RuleSetRepository sets;
  private final AwardRuleRepository rules;

  Rules(RuleSetRepository sets, AwardRuleRepository rules) {
    this.sets = sets;
    this.rules = rules;
  }

  /** Every set: the published ones by their first day, then the drafts. */
  public List<RuleSet> sets() {
    var all = sets.findAll();
    var result = new ArrayList<RuleSet>();
    for (var i = 0; i < all.size(); i++) {
      var next = i + 1 < all.size() ? all.get(i + 1).validFrom() : null;
      result.add(all.get(i).toRuleSet(next));
    }
    return result;
  }

  /**
   * The set in force on a day.
   *
   * @throws NoSuchElementException if the day lies before the first set
   */
  public RuleSet inForce(LocalDate day) {
    return findInForce(day)
        .orElseThrow(() -> new NoSuchElementException("No rules in force on " + day));
  }

  public Optional<RuleSet> findInForce(LocalDate day) {
    return sets().stream().filter(set -> set.inForceOn(day)).findAny();
  }

  /**
   * The set with this code.
   *
   * @throws NoSuchElementException if there is none
   */
  public RuleSet set(String code) {
    return findSet(code).orElseThrow(() -> new NoSuchElementException("No rule set " + code));
  }

  public Optional<RuleSet> findSet(String code) {
    return sets().stream().filter(set -> set.code().equals(code)).findAny();
  }

  /** What a set asks for an award; empty if it does not know the award for such a nominee. */
  public Optional<AwardRule> find(
      String ruleSet, String award, SubjectKind subject, CommendationType type) {
    return rules.findFor(ruleSet, award, subject).stream()
        .map(AwardRuleEntity::toRule)
        .filter(rule -> rule.types().contains(type))
        .findAny();
  }

  /** Every rule of a set, in the catalogue's order. */
  public List<AwardRule> of(String ruleSet) {
    return rules.findByRuleSet(ruleSet).stream().map(AwardRuleEntity::toRule).toList();
  }

  /** Every rule there is for an award, whatever the set. */
  public List<AwardRule> ofAward(String award) {
    return rules.findByAward(award).stream().map(AwardRuleEntity::toRule).toList();
  }
}
