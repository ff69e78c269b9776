package vn.commendation.award;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * Who decides the awards by the rules in force on a day; more than one authority if it depends on
   * nominee or type.
   */
  public Map<String, Set<DecidingAuthority>> authorities(LocalDate day) {
    return findInForce(day).map(set -> of(set.code())).orElse(List.of()).stream()
        .collect(
            Collectors.groupingBy(
                AwardRule::award,
                Collectors.mapping(AwardRule::authority, Collectors.toCollection(TreeSet::new))));
  }

  /**
   * Who decided an award by the rules of a day: the highest, if it depends on the type. What that
   * day's set does not know, any other published one may.
   *
   * @throws NoSuchElementException if none knows the award for such a nominee
   */
  public DecidingAuthority authority(String award, SubjectKind subject, LocalDate day) {
    var published = sets().stream().filter(RuleSet::published).toList();
    var known = ofAward(award).stream().filter(rule -> rule.subject() == subject).toList();
    return published.stream()
        .filter(set -> set.inForceOn(day))
        .flatMap(set -> authorities(known, set))
        .max(Comparator.naturalOrder())
        .or(
            () ->
                published.stream()
                    .flatMap(set -> authorities(known, set))
                    .max(Comparator.naturalOrder()))
        .orElseThrow(() -> new NoSuchElementException("No rule for " + award));
  }

  private static Stream<DecidingAuthority> authorities(List<AwardRule> known, RuleSet set) {
    return known.stream()
        .filter(rule -> rule.ruleSet().equals(set.code()))
        .map(AwardRule::authority);
  }

  /** Every rule there is for an award, whatever the set. */
  public List<AwardRule> ofAward(String award) {
    return rules.findByAward(award).stream().map(AwardRuleEntity::toRule).toList();
  }
}
