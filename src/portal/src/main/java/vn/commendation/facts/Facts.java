package vn.commendation.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;

/**
 * Gathers what a rule asks about a nominee; it judges nothing.
 *
 * <p><b>Nothing counts twice.</b> Achievements that were counted for an earlier award are not added
 * up for the next one (a principle of commendation since NĐ 91/2017/NĐ-CP at the latest): if the
 * nominee was given the same award before, and it was not revoked,
 *
 * <ul>
 *   <li>titles and ratings count only from the year after that award's;
 *   <li>initiatives count only if recognised after the end of that award's achievement period, or
 *       after the day of its decision if no period is on record.
 * </ul>
 *
 * Awards of the achievement year itself, or whose period ends with or after the present one, are no
 * earlier awards in this sense: whether they repeat the present nomination is for others to find.
 */
@Service
@Transactional(readOnly = true)
public class Facts {

  private final AwardHistory history;
  private final Initiatives initiatives;
  private final Ratings ratings;
  private final Disciplines disciplines;
  private final Concerns concerns;
  private final Awards awards;
  private final FactLines lines;
  private final Clock clock;

  Facts(
      AwardHistory history,
      Initiatives initiatives,
      Ratings ratings,
      Disciplines disciplines,
      Concerns concerns,
      Awards awards,
      FactLines lines,
      Clock clock) {
    this.history = history;
    this.initiatives = initiatives;
    this.ratings = ratings;
    this.disciplines = disciplines;
    this.concerns = concerns;
    this.awards = awards;
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * What the registers say today. The {@link NomineeFacts#lines() lines} tell of discipline and
   * complaints and are for reviewers only.
   *
   * @param personId the nominee, or {@code null} for the unit as a collective
   * @param from first day of the achievement period
   * @param to its last day
   */
  public NomineeFacts of(Long personId, long unitId, AwardRule rule, LocalDate from, LocalDate to) {
    var year = to.getYear();
    var given = history.of(personId, unitId);
    var earlier =
        given.stream()
            .filter(one -> one.revokedOn() == null && one.awardCode().equals(rule.award()))
            .toList();
    var countedYear =
        earlier.stream().mapToInt(AwardGiven::year).filter(one -> one < year).max().orElse(0);
    var titleYears = titleYears(given, rule, countedYear, year);
    var rated = ratings.of(personId, unitId);
    var ratingYears = ratingYears(rated, rule, countedYear, year);
    var firstYear =
        Stream.concat(
                Stream.of(from.getYear(), year - Math.max(rule.ratingYears(), 1) + 1),
                titleYears.stream().limit(Math.max(rule.priorYears(), 0)))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    var recognised = personId == null ? List.<Initiative>of() : initiatives.of(personId);
    var counting =
        recognised.stream()
            .filter(one -> counts(one, rule, firstYear, countedUntil(earlier, to), to))
            .count();
    var discipline = disciplines.of(personId, unitId, to);
    var open = concerns.of(personId, unitId);
    var today = LocalDate.now(clock);
    return new NomineeFacts(
        titleYears.size(),
        (int) counting,
        ratingYears.size(),
        personId == null ? advancedWorkerPercent(unitId, to) : null,
        personId == null
            ? history.holdersAmongMembers(AwardHistory.BASE_FIGHTER, year, unitId, to)
            : 0,
        discipline.stream().anyMatch(one -> imposedIn(one, personId == null, from, to)),
        personId != null && discipline.stream().anyMatch(one -> one.pendingOn(today)),
        open.stream().anyMatch(one -> one.kind() != ConcernKind.INSPECTION && one.openOn(today)),
        open.stream().anyMatch(one -> one.violationSigns() && one.openOn(today)),
        lines.of(awards.all(), given, recognised, rated, discipline, open));
  }

  private static List<Integer> titleYears(
      List<AwardGiven> given, AwardRule rule, int countedYear, int year) {
    var years =
        years(
            given.stream()
                .filter(one -> one.revokedOn() == null)
                .filter(one -> one.awardCode().equals(rule.priorAward()))
                .map(AwardGiven::year),
            one -> one > countedYear);
    return Years.consecutive(years, year, year - 1);
  }

  private static List<Integer> ratingYears(
      List<YearlyRating> rated, AwardRule rule, int countedYear, int year) {
    if (rule.rating() == null) {
      return List.of();
    }
    var years =
        years(
            rated.stream()
                .filter(one -> one.rating().compareTo(rule.rating()) <= 0)
                .map(YearlyRating::year),
            one -> one > countedYear);
    return Years.consecutive(years, year);
  }

  private static Set<Integer> years(Stream<Integer> found, Predicate<Integer> counts) {
    return found.filter(counts).collect(Collectors.toCollection(TreeSet::new));
  }

  private static LocalDate countedUntil(List<AwardGiven> earlier, LocalDate to) {
    return earlier.stream()
        .map(one -> one.achievementTo() == null ? one.decidedOn() : one.achievementTo())
        .filter(one -> one.isBefore(to))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }

  private static boolean counts(
      Initiative one, AwardRule rule, int firstYear, LocalDate countedUntil, LocalDate to) {
    return rule.initiativeLevel() != null
        && one.level().compareTo(rule.initiativeLevel()) >= 0
        && one.recognisedOn().getYear() >= firstYear
        && one.recognisedOn().isAfter(countedUntil)
        && !one.recognisedOn().isAfter(to);
  }

  private static boolean imposedIn(
      Discipline one, boolean collective, LocalDate from, LocalDate to) {
    return one.kind() != null
        && !(collective && one.kind() == DisciplineKind.REPRIMAND)
        && !one.decidedOn().isBefore(from)
        && !one.decidedOn().isAfter(to);
  }

  /** Rounded down: a share just below a threshold must not reach it. */
  private BigDecimal advancedWorkerPercent(long unitId, LocalDate to) {
    var members = history.membersOf(unitId, to);
    if (members == 0) {
      return BigDecimal.ZERO;
    }
    var holders =
        history.holdersAmongMembers(AwardHistory.ADVANCED_WORKER, to.getYear(), unitId, to);
    return BigDecimal.valueOf(100L * holders)
        .divide(BigDecimal.valueOf(members), 2, RoundingMode.DOWN);
  }
}
