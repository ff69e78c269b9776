package vn.commendation.award;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** What makes a rule set contradictory or incomplete. */
final class RuleCheck {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final int MOST_YEARS = 30;
  private static final int MOST_DAYS = 365;
  private static final int MOST_PEOPLE = 10_000;

  private RuleCheck() {}

  /** What is wrong with a row by itself and beside the other rows of its set. */
  static List<RuleProblem> row(
      AwardRule row, Collection<AwardRule> others, Map<String, AwardSubject> awards) {
    if (Stream.of(row.subject(), row.authority(), row.procedure(), row.certainty())
        .anyMatch(Objects::isNull)) {
      return List.of(RuleProblem.of("incomplete"));
    }
    var problems = new Problems(row);
    var subject = awards.get(row.award());
    problems.add(subject == null, "award-unknown", row.award());
    problems.add(subject != null && !suits(subject, row.subject()), "wrong-subject");
    problems.add(row.types().isEmpty(), "types-missing");
    problems.add(!fits(row.level(), 50), "level-missing");
    problems.add(!fits(row.legalBasis(), 500), "basis-missing");
    problems.add(tooLong(row.note(), 1000) || tooLong(row.template(), 100), "too-long");

    problems.add(
        row.priorAward() != null && !awards.containsKey(row.priorAward()),
        "prior-unknown",
        row.priorAward());
    problems.add((row.priorAward() == null) != (row.priorYears() == 0), "prior-incomplete");
    problems.add(row.initiatives() > 0 && row.initiativeLevel() == null, "initiative-level");
    problems.add(row.ratingYears() > 0 && row.rating() == null, "rating-missing");
    problems.add(hasQuota(row) && row.quotaScope() == null, "quota-scope");
    problems.add(row.quotaPercent() != null && row.quotaOf() == null, "quota-basis");
    problems.add(
        row.quotaOf() != null && !awards.containsKey(row.quotaOf()),
        "quota-unknown",
        row.quotaOf());
    problems.add((row.voteThreshold() == null) != (row.voteDenominator() == null), "denominator");
    problems.add(row.voteThreshold() == null && row.secretBallot(), "secret-without-ballot");

    problems.add(
        Stream.of(row.advancedWorkerPercent(), row.quotaPercent(), row.voteThreshold())
            .anyMatch(percent -> outside(percent, WHOLE)),
        "percent");
    problems.add(outside(row.moneyFactor(), WHOLE), "money");
    problems.add(
        Stream.of(row.priorYears(), row.ratingYears(), row.initiatives())
            .anyMatch(number -> outside(number, MOST_YEARS)),
        "years");
    problems.add(
        Stream.of(row.disclosureDays(), row.reviewDays(), row.supplementDays(), row.signatureDays())
            .anyMatch(days -> outside(days, MOST_DAYS)),
        "days");
    problems.add(row.boardDays() != null && outside(row.boardDays(), MOST_DAYS), "days");
    problems.add(
        outside(row.baseFighters(), MOST_PEOPLE)
            || row.quotaCeiling() != null && outside(row.quotaCeiling(), MOST_PEOPLE),
        "people");

    var covered = Coverage.of(row);
    others.stream()
        .filter(other -> other.id() != row.id())
        .flatMap(other -> Coverage.of(other).stream())
        .filter(covered::contains)
        .forEach(coverage -> problems.found.add(RuleProblem.at(coverage, "overlap")));
    return problems.found;
  }

  /** What is wrong with what a set says of earlier cases. */
  static List<RuleProblem> transition(RuleTransition transition) {
    return Stream.of(
            problem(
                transition.receivedBefore() == null
                    || transition.receivedFrom() != null
                        && !transition.receivedFrom().isBefore(transition.receivedBefore()),
                "transition-days"),
            problem(
                !fits(transition.legalBasis(), 500) || transition.certainty() == null,
                "transition-basis"),
            problem(tooLong(transition.note(), 1000), "transition-note"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static RuleProblem problem(boolean wrong, String code) {
    return wrong ? RuleProblem.of(code) : null;
  }

  /** What the set before covers and this one neither covers nor leaves out on purpose. */
  static List<RuleProblem> gaps(
      Collection<AwardRule> draft, Collection<AwardRule> before, Set<Coverage> removed) {
    var covered = coverage(draft);
    return coverage(before).stream()
        .filter(coverage -> !covered.contains(coverage) && !removed.contains(coverage))
        .map(coverage -> RuleProblem.at(coverage, "gap"))
        .toList();
  }

  private static Set<Coverage> coverage(Collection<AwardRule> rows) {
    return rows.stream().flatMap(row -> Coverage.of(row).stream()).collect(Collectors.toSet());
  }

  private static boolean hasQuota(AwardRule row) {
    return row.quotaPercent() != null || row.quotaCeiling() != null;
  }

  private static boolean suits(AwardSubject subject, SubjectKind kind) {
    return subject == AwardSubject.BOTH || subject.name().equals(kind.name());
  }

  private static boolean fits(String text, int longest) {
    return StringUtils.hasText(text) && !tooLong(text, longest);
  }

  private static boolean tooLong(String text, int longest) {
    return text != null && text.length() > longest;
  }

  /** A third decimal would be rounded away without a word. */
  private static boolean outside(BigDecimal number, BigDecimal most) {
    return number != null
        && (number.signum() < 0
            || number.compareTo(most) > 0
            || number.stripTrailingZeros().scale() > 2);
  }

  private static boolean outside(int number, int most) {
    return number < 0 || number > most;
  }

  private static final class Problems {
    private final AwardRule row;
    private final List<RuleProblem> found = new ArrayList<>();

    private Problems(AwardRule row) {
      this.row = row;
    }

    private void add(boolean wrong, String code, String... args) {
      if (wrong) {
        found.add(RuleProblem.in(row, code, args));
      }
    }
  }
}
