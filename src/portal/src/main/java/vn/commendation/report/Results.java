package vn.commendation.report;

import static vn.commendation.report.ResultQueries.line;
import static vn.commendation.report.ResultQueries.sum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.BaseSalaries;
import vn.commendation.award.BaseSalary;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Role;
import vn.commendation.document.DocumentKind;
import vn.commendation.document.DocumentType;
import vn.commendation.document.FormalDocuments;
import vn.commendation.document.NumberRefused;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisteredNumber;
import vn.commendation.notification.Notices;
import vn.commendation.report.ResultFigures.Line;
import vn.commendation.report.ResultFigures.Money;
import vn.commendation.report.ResultFigures.Shares;
import vn.commendation.report.ResultQueries.Group;

/**
 * The report on the result of the movements, which the plan of 2022 asks of the Office: of one
 * campaign, or of a period over all of them. Who may not read or write reports gets an {@code
 * AccessDeniedException}.
 */
@Service
@Transactional
public class Results {

  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_YEARS = 5;
  private static final Set<String> OUTCOMES =
      Set.of("AWARDED", "REFUSED", "WITHDRAWN", "ROLLED_OVER", "REVOKED", "OPEN");

  private final ResultQueries queries;
  private final CountQueries counts;
  private final Issues issues;
  private final Awards awards;
  private final Campaigns campaigns;
  private final ReportPeriods periods;
  private final ReportAccess access;
  private final Notices notices;
  private final BaseSalaries salaries;
  private final NumberRegister numbers;
  private final FormalDocuments documents;
  private final AuditTrail audit;

  Results(
      ResultQueries queries,
      CountQueries counts,
      Issues issues,
      Awards awards,
      Campaigns campaigns,
      ReportPeriods periods,
      ReportAccess access,
      Notices notices,
      BaseSalaries salaries,
      NumberRegister numbers,
      FormalDocuments documents,
      AuditTrail audit) {
    this.queries = queries;
    this.counts = counts;
    this.issues = issues;
    this.awards = awards;
    this.campaigns = campaigns;
    this.periods = periods;
    this.access = access;
    this.notices = notices;
    this.salaries = salaries;
    this.numbers = numbers;
    this.documents = documents;
    this.audit = audit;
  }

  /** A figure that is another one today. */
  public record Change(String table, String line, String figure, long issued, long today) {}

  /**
   * What was issued, and what has changed since.
   *
   * @param registered number of the report; {@code null} until the clerk has registered it
   */
  public record IssuedResult(
      String id,
      int number,
      String issuedBy,
      Instant issuedAt,
      ResultFigures figures,
      ResultTexts texts,
      RegisteredNumber registered,
      List<Change> changes) {}

  /** What is kept of an issue. */
  record Kept(ResultFigures figures, ResultTexts texts) {}

  /**
   * What a report is asked for.
   *
   * @param campaign {@code null} for every campaign
   * @param from first day; {@code null}, like {@code to}, for the period of this year's reports
   * @throws ReportRefused if there is no such campaign, or the days are no period
   */
  @Transactional(readOnly = true)
  public ResultScope scope(Long campaign, LocalDate from, LocalDate to) {
    if (campaign != null) {
      var found =
          campaigns.all().stream()
              .filter(one -> one.id() == campaign)
              .findFirst()
              .orElseThrow(() -> new ReportRefused("campaign"));
      return new ResultScope(campaign, found.title(), found.planDate(), found.achievementTo());
    }
    if (from == null && to == null) {
      var period = periods.of(periods.currentYear());
      return new ResultScope(null, null, period.from(), period.to());
    }
    if (from == null || to == null) {
      throw new ReportRefused("days-missing");
    }
    if (to.isBefore(from)) {
      throw new ReportRefused("period-order");
    }
    if (from.plusYears(MOST_YEARS).isBefore(to) || from.getYear() < ReportPeriods.FIRST_YEAR) {
      throw new ReportRefused("days-range", MOST_YEARS, String.valueOf(ReportPeriods.FIRST_YEAR));
    }
    return new ResultScope(null, null, from, to);
  }

  @Transactional(readOnly = true)
  public ResultFigures figures(ResultScope scope, String username) {
    access.reader(username);
    return compute(scope);
  }

  /**
   * The cases behind a figure.
   *
   * @param outcome {@code null} for any
   * @throws NoSuchElementException if no report tells such things apart
   */
  @Transactional(readOnly = true)
  public Page<ResultCase> cases(
      ResultScope scope, String by, String key, String outcome, Pageable page, String username) {
    access.reader(username);
    var dimension = ResultDimension.of(by).orElseThrow(() -> new NoSuchElementException(by));
    if (outcome != null && !OUTCOMES.contains(outcome)) {
      throw new NoSuchElementException(outcome);
    }
    return queries.cases(scope, dimension, key, outcome, page);
  }

  @Transactional(readOnly = true)
  public List<FormSheet.Issue> issues(ResultScope scope, String username) {
    access.reader(username);
    return issues.of(Issues.RESULT, scope.key());
  }

  /**
   * Keeps the report as it is now, as the next issue.
   *
   * @param after how many issues whoever asks has seen
   * @return its id
   * @throws ReportRefused if a text is missing or too long, or somebody issued it meanwhile
   */
  public String issue(ResultScope scope, ResultTexts texts, int after, String username) {
    var account = access.writer(username);
    required("assessment", texts.assessment());
    required("examples", texts.examples());
    fits(texts.shortcomings());
    fits(texts.directions());
    var id =
        issues.keep(
            Issues.RESULT,
            scope.key(),
            after,
            scope.campaignId() == null ? scope.key() : scope.campaignTitle(),
            scope.from(),
            scope.to(),
            new Kept(compute(scope), texts),
            account);
    audit.append(
        account.username(),
        account.displayName(),
        "report.result-issued",
        id,
        "%s, %d".formatted(scope.key(), after + 1));
    documents.queue(DocumentKind.RESULT_REPORT, id, account.username());
    return id;
  }

  /**
   * Registers the number of an issued report, which is no draft from then on. The same report is
   * given the same number again.
   *
   * @param day the date written on it
   * @param wanted the number the clerk has written already; {@code null} for the next one
   * @throws ReportRefused if the register does not give the number
   */
  public void register(String id, LocalDate day, Integer wanted, String username) {
    var account = access.clerk(username);
    var issued = issues.get(id);
    if (!issued.code().equals(Issues.RESULT)) {
      throw new NoSuchElementException(id);
    }
    if (day == null) {
      throw new ReportRefused("number-day");
    }
    try {
      numbers.register(
          DocumentType.REPORT,
          day,
          id,
          notices.get("report.document.title", issued.title()),
          wanted,
          account.username());
    } catch (NumberRefused refusal) {
      throw new ReportRefused(
          "number-" + refusal.reason(), Arrays.stream(refusal.args()).map(Results::said).toArray());
    }
    documents.queue(DocumentKind.RESULT_REPORT, id, account.username());
  }

  /** Whether an account may register the number of a report. */
  @Transactional(readOnly = true)
  public boolean mayRegister(String username) {
    return access.reader(username).has(Role.CLERK);
  }

  /** A number without grouping, a date as it is read. */
  private static Object said(Object argument) {
    return argument instanceof LocalDate day ? Notices.date(day) : String.valueOf(argument);
  }

  /**
   * An issue with its own figures, and what has changed since.
   *
   * @throws NoSuchElementException if there is none
   */
  @Transactional(readOnly = true)
  public IssuedResult issued(String id, String username) {
    access.reader(username);
    var issued = issues.get(id);
    if (!issued.code().equals(Issues.RESULT)) {
      throw new NoSuchElementException(id);
    }
    var kept = issues.figures(issued, Kept.class);
    return new IssuedResult(
        id,
        issued.number(),
        issued.issuedBy(),
        issued.issuedAt(),
        kept.figures(),
        kept.texts(),
        numbers.of(id).orElse(null),
        changes(kept.figures(), compute(kept.figures().scope())));
  }

  @Transactional(readOnly = true)
  public byte[] spreadsheet(ResultScope scope, String username) {
    return ResultWriter.write(figures(scope, username), notices);
  }

  @Transactional(readOnly = true)
  public byte[] issuedSpreadsheet(String id, String username) {
    return ResultWriter.write(issued(id, username).figures(), notices);
  }

  private ResultFigures compute(ResultScope scope) {
    var groups = queries.groups(scope);
    var people =
        groups.stream().filter(one -> one.subject().equals(SubjectKind.INDIVIDUAL.name())).toList();
    var awardsByCode = new LinkedHashMap<String, String>();
    for (Award award : awards.all()) {
      awardsByCode.put(award.code(), award.name());
    }
    var titles = queries.campaignTitles();
    var money = new LinkedHashMap<String, Money>();
    var unpriced = price(queries.priced(scope), money);
    // the two titles of a year, whose proportion the regulations look at
    var given =
        counts.count(StatisticalForm.Source.AWARDS, scope.from(), scope.to()).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.dimensions().get("award"),
                    Collectors.summingInt(KindCount::amount)));
    return new ResultFigures(
        scope,
        line("", "", groups),
        lines(groups, awardsByCode.keySet(), Group::award, awardsByCode::get),
        lines(
            groups,
            names(CommendationType.values()),
            Group::type,
            type -> notices.get("award-type." + type)),
        lines(
            groups,
            groups.stream().map(Group::unit).sorted().map(String::valueOf).distinct().toList(),
            group -> String.valueOf(group.unit()),
            unit ->
                groups.stream()
                    .filter(group -> String.valueOf(group.unit()).equals(unit))
                    .findFirst()
                    .map(Group::unitName)
                    .orElseThrow()),
        lines(
            groups,
            names(SubjectKind.values()),
            Group::subject,
            subject -> notices.get("subject." + subject)),
        lines(
            groups,
            groups.stream().map(Results::campaign).sorted().distinct().toList(),
            Results::campaign,
            campaign ->
                campaign.equals("0")
                    ? notices.get("report.unplanned")
                    : titles.get(Long.valueOf(campaign))),
        shares(people, false),
        shares(people, true),
        sum(groups, Group::again),
        sum(groups, Group::late),
        queries.steps(scope),
        queries.reviewed(scope, false),
        queries.reviewed(scope, true),
        queries.returns(scope),
        queries.holds(scope),
        queries.quotas(scope),
        given.getOrDefault("LDTT", 0),
        given.getOrDefault("CSTDCS", 0),
        List.copyOf(money.values()),
        unpriced,
        queries.examples(scope));
  }

  /**
   * Puts what awards are worth together by award.
   *
   * @return how many have no price
   */
  private int price(List<ResultQueries.Priced> awards, Map<String, Money> money) {
    var known = new HashMap<LocalDate, Optional<BaseSalary>>();
    var unpriced = 0;
    for (var award : awards) {
      var salary = known.computeIfAbsent(award.decidedOn(), salaries::on);
      if (salary.isEmpty() || award.factor() == null) {
        unpriced += award.number();
        continue;
      }
      money.merge(
          award.award(),
          new Money(
              award.name(), award.number(), award.number() * salary.get().times(award.factor())),
          (one, other) ->
              new Money(one.award(), one.number() + other.number(), one.amount() + other.amount()));
    }
    return unpriced;
  }

  private static List<Line> lines(
      List<Group> groups,
      Iterable<String> keys,
      Function<Group, String> keyOf,
      Function<String, String> label) {
    var byKey = groups.stream().collect(Collectors.groupingBy(keyOf));
    var lines = new ArrayList<Line>();
    for (var key : keys) {
      var own = byKey.get(key);
      if (own != null) {
        lines.add(line(key, label.apply(key), own));
      }
    }
    return lines;
  }

  private static String campaign(Group group) {
    return group.campaign() == null ? "0" : String.valueOf(group.campaign());
  }

  private static List<String> names(Enum<?>[] values) {
    var names = new ArrayList<String>();
    for (var value : values) {
      names.add(value.name());
    }
    return names;
  }

  private static Shares shares(List<Group> people, boolean awardedOnly) {
    var counted =
        people.stream().filter(one -> !awardedOnly || one.outcome().equals("AWARDED")).toList();
    return new Shares(
        sum(counted, one -> true), sum(counted, Group::directWorker), sum(counted, Group::woman));
  }

  private static List<Change> changes(ResultFigures issued, ResultFigures today) {
    var changes = new ArrayList<Change>();
    compare("total", List.of(issued.total()), List.of(today.total()), changes);
    compare("awards", issued.awards(), today.awards(), changes);
    compare("types", issued.types(), today.types(), changes);
    compare("units", issued.units(), today.units(), changes);
    compare("subjects", issued.subjects(), today.subjects(), changes);
    compare("campaigns", issued.campaigns(), today.campaigns(), changes);
    return changes;
  }

  private static void compare(
      String table, List<Line> issued, List<Line> today, List<Change> changes) {
    var now = today.stream().collect(Collectors.toMap(Line::key, Function.identity()));
    var then = issued.stream().collect(Collectors.toMap(Line::key, Function.identity()));
    var keys = new LinkedHashSet<>(then.keySet());
    keys.addAll(now.keySet());
    for (var key : keys) {
      var before = counts(then.get(key));
      var after = counts(now.get(key));
      var label = (then.containsKey(key) ? then : now).get(key).label();
      for (var figure : before.keySet()) {
        if (!before.get(figure).equals(after.get(figure))) {
          changes.add(new Change(table, label, figure, before.get(figure), after.get(figure)));
        }
      }
    }
  }

  private static Map<String, Integer> counts(Line line) {
    var none = line == null;
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("PROPOSED", none ? 0 : line.proposed());
    counts.put("AWARDED", none ? 0 : line.awarded());
    counts.put("REFUSED", none ? 0 : line.refused());
    counts.put("WITHDRAWN", none ? 0 : line.withdrawn());
    counts.put("ROLLED_OVER", none ? 0 : line.rolledOver());
    counts.put("REVOKED", none ? 0 : line.revoked());
    counts.put("OPEN", none ? 0 : line.open());
    return counts;
  }

  private static void required(String field, String text) {
    if (text == null) {
      throw new ReportRefused(field + "-missing");
    }
    fits(text);
  }

  private static void fits(String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new ReportRefused("text-long", LONGEST_TEXT);
    }
  }
}
