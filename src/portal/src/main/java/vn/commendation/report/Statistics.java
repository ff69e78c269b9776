package vn.commendation.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.directory.Account;
import vn.commendation.report.FormSheet.Figure;
import vn.commendation.report.StatisticalForm.Source;

/**
 * The statistical forms of a year: the only place that computes them. Who may not read or write
 * reports gets an {@code AccessDeniedException}, whoever asks for a form that is not in force a
 * {@link NoSuchElementException}.
 */
@Service
@Transactional
public class Statistics {

  private static final Pattern REQUEST = Pattern.compile("[0-9a-fA-F-]{36}");
  private static final int LARGEST_AMOUNT = 100_000;

  private final FormCatalogue catalogue;
  private final ReportPeriods periods;
  private final CountQueries counts;
  private final Entries entries;
  private final Issues issues;
  private final Awards awards;
  private final ReportProperties properties;
  private final ReportAccess access;
  private final AuditTrail audit;

  Statistics(
      FormCatalogue catalogue,
      ReportPeriods periods,
      CountQueries counts,
      Entries entries,
      Issues issues,
      Awards awards,
      ReportProperties properties,
      ReportAccess access,
      AuditTrail audit) {
    this.catalogue = catalogue;
    this.periods = periods;
    this.counts = counts;
    this.entries = entries;
    this.issues = issues;
    this.awards = awards;
    this.properties = properties;
    this.access = access;
    this.audit = audit;
  }

  /** A form of a year in the list of forms. */
  public record FormSummary(StatisticalForm form, List<FormSheet.Issue> issues) {}

  /**
   * The things behind a figure.
   *
   * @param row {@code null} for the awards that no row of a section takes
   * @param entries what the Office entered into it
   */
  public record Behind(
      FormRow row, FormColumn column, Page<CellCase> cases, List<FormSheet.Entry> entries) {}

  /** An issue and what has changed since: a figure now, where it is another one. */
  public record IssuedSheet(
      FormSheet sheet, int number, String issuedBy, Instant issuedAt, List<Change> changes) {}

  /** A figure that is another one today. */
  public record Change(FormRow row, FormColumn column, int issued, int today) {}

  /**
   * What the Office enters by hand.
   *
   * @param request made by the form, so that sending it twice enters it once
   * @param column position of the column it counts in
   * @param rows number of the row it counts in, one of each section
   */
  public record NewEntry(
      String request, Integer column, List<String> rows, Integer amount, String source) {}

  /** What can be chosen for a figure entered by hand: columns, and rows of each section. */
  public record EntryChoices(List<FormColumn> columns, List<SectionChoice> sections) {}

  /** The rows of a section that nothing divides further. */
  public record SectionChoice(String heading, List<FormRow> rows) {}

  /** The figures of an issue, as they are kept. */
  record Kept(LocalDate validFrom, List<List<Figure>> figures, List<FormSheet.Entry> entries) {}

  /** Whether an account may enter figures and issue forms. */
  @Transactional(readOnly = true)
  public boolean mayWrite(String username) {
    return ReportAccess.writes(access.reader(username));
  }

  /** The forms in force in the period of a year. */
  @Transactional(readOnly = true)
  public List<FormSummary> forms(int year, String username) {
    access.reader(username);
    return catalogue.on(periods.of(year).to()).stream()
        .map(layout -> layout.form())
        .map(form -> new FormSummary(form, issues.of(form.code(), String.valueOf(year))))
        .toList();
  }

  @Transactional(readOnly = true)
  public FormSheet sheet(String code, int year, String username) {
    access.reader(username);
    var period = periods.of(year);
    return sheet(layout(code, period), period);
  }

  @Transactional(readOnly = true)
  public byte[] spreadsheet(String code, int year, String username) {
    return FormWriter.write(sheet(code, year, username));
  }

  /**
   * The things behind a figure.
   *
   * @param row number of the row
   * @param column position of the column
   */
  @Transactional(readOnly = true)
  public Behind behind(
      String code, int year, String row, int column, Pageable page, String username) {
    access.reader(username);
    var period = periods.of(year);
    var layout = layout(code, period);
    var line = row(layout, row);
    var place = column(layout, column);
    var conditions =
        List.of(
            layout.parts().stream().map(part -> layout.columns().get(part.position())).toList(),
            layout.counts(place),
            List.of(layout.counts(line)));
    var cases = counts.list(layout.form().source(), period.from(), period.to(), conditions, page);
    var counting =
        entries.counting(code, year).stream()
            .filter(one -> takes(layout, place, line, new KindCount(one.dimensions(), 1, true)))
            .map(Entries.Counting::id)
            .toList();
    var entered =
        entries.of(code, year).stream().filter(one -> counting.contains(one.id())).toList();
    return new Behind(line, place, cases, entered);
  }

  /** Awards of a kind that a form has no column for. */
  @Transactional(readOnly = true)
  public Page<CellCase> outside(String award, int year, Pageable page, String username) {
    access.reader(username);
    var period = periods.of(year);
    return counts.list(
        Source.AWARDS,
        period.from(),
        period.to(),
        List.of(List.of(Selection.parse("award=" + award.replaceAll("[^A-Za-z0-9-]", "")))),
        page);
  }

  @Transactional(readOnly = true)
  public EntryChoices choices(String code, int year) {
    var layout = layout(code, periods.of(year));
    return new EntryChoices(
        layout.form().columns().stream()
            .filter(one -> one.kind() != FormColumn.Kind.TOTAL)
            .toList(),
        layout.sections().stream()
            .map(section -> new SectionChoice(section.heading().label(), section.leaves()))
            .toList());
  }

  /**
   * Enters a figure the system does not know.
   *
   * @throws ReportRefused if something is missing or does not go together
   */
  public void enter(String code, int year, NewEntry entry, String username) {
    var account = access.writer(username);
    var layout = layout(code, periods.of(year));
    if (entry.column() == null) {
      throw new ReportRefused("column-missing");
    }
    if (entry.amount() == null || entry.amount() < 1 || entry.amount() > LARGEST_AMOUNT) {
      throw new ReportRefused("amount", LARGEST_AMOUNT);
    }
    ReportPeriods.text("source", entry.source());
    if (entry.request() == null || !REQUEST.matcher(entry.request()).matches()) {
      throw new ReportRefused("request");
    }
    var column = column(layout, entry.column());
    if (column.kind() == FormColumn.Kind.TOTAL) {
      throw new ReportRefused("column-missing");
    }
    var chosen = new ArrayList<Selection>();
    var label = new ArrayList<String>();
    chosen.add(layout.columns().get(column.position()));
    label.add(column.name());
    for (var section : layout.sections()) {
      var row =
          section.leaves().stream()
              .filter(one -> entry.rows() != null && entry.rows().contains(one.number()))
              .findFirst()
              .orElseThrow(() -> new ReportRefused("row-missing", section.heading().label()));
      chosen.add(layout.counts(row));
      label.add(row.label());
    }
    var fact = Selection.factOf(chosen);
    if (fact == null || !layout.takes(Selection.fact(fact))) {
      throw new ReportRefused("no-such-cell");
    }
    var text = shortened(String.join(" · ", label));
    if (entries.add(
        entry.request(), code, year, fact, text, entry.amount(), entry.source(), account)) {
      note(
          account,
          "report.figure-entered",
          code,
          year,
          "%s: %d (%s)".formatted(text, entry.amount(), entry.source()));
    }
  }

  /**
   * Cancels a figure that was entered wrongly.
   *
   * @throws ReportRefused if there is no reason, or it is cancelled already
   */
  public void cancel(String code, int year, String entry, String reason, String username) {
    var account = access.writer(username);
    ReportPeriods.text("reason", reason);
    entries.cancel(entry, code, year, reason, account);
    note(account, "report.figure-cancelled", code, year, reason);
  }

  /**
   * Keeps the form as it is now, as the next issue.
   *
   * @param after how many issues whoever asks has seen
   * @throws ReportRefused if a section does not make up the total, or somebody issued it meanwhile
   */
  public String issue(String code, int year, int after, String username) {
    var account = access.writer(username);
    var period = periods.of(year);
    var layout = layout(code, period);
    var sheet = sheet(layout, period);
    if (!sheet.gaps().isEmpty()) {
      throw new ReportRefused("gaps");
    }
    var kept =
        new Kept(
            layout.form().validFrom(),
            sheet.lines().stream().map(FormSheet.Line::figures).toList(),
            sheet.entries().stream().filter(one -> one.cancelReason() == null).toList());
    var id =
        issues.keep(
            code,
            String.valueOf(year),
            after,
            layout.form().number(),
            period.from(),
            period.to(),
            kept,
            account);
    note(account, "report.issued", code, year, String.valueOf(after + 1));
    return id;
  }

  /** An issue, with its own figures. */
  @Transactional(readOnly = true)
  public IssuedSheet issued(String code, int year, int number, String username) {
    access.reader(username);
    var scope = String.valueOf(year);
    var id =
        issues.of(code, scope).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("issue " + number))
            .id();
    var issued = issues.get(id);
    var kept = issues.figures(issued, Kept.class);
    var layout =
        catalogue
            .of(code, kept.validFrom())
            .orElseThrow(() -> new NoSuchElementException("form " + code));
    var period = periods.of(year);
    var lines = new ArrayList<FormSheet.Line>();
    for (var index = 0; index < layout.form().rows().size(); index++) {
      lines.add(new FormSheet.Line(layout.form().rows().get(index), kept.figures().get(index)));
    }
    var sheet =
        new FormSheet(
            layout.form(),
            new ReportPeriod(year, issued.from(), issued.to(), period.dueOn(), null, null, null),
            properties.reporter(),
            properties.receiver(),
            lines,
            List.of(),
            List.of(),
            kept.entries(),
            issues.of(code, scope));
    return new IssuedSheet(
        sheet,
        number,
        issued.issuedBy(),
        issued.issuedAt(),
        changes(layout, lines, layout(code, period), period));
  }

  @Transactional(readOnly = true)
  public byte[] issuedSpreadsheet(String code, int year, int number, String username) {
    return FormWriter.write(issued(code, year, number, username).sheet());
  }

  private List<Change> changes(
      FormLayout then, List<FormSheet.Line> lines, FormLayout now, ReportPeriod period) {
    if (!then.form().validFrom().equals(now.form().validFrom())) {
      // other rows and columns cannot be compared
      return List.of();
    }
    var today = sheet(now, period).lines();
    var changes = new ArrayList<Change>();
    for (var index = 0; index < lines.size(); index++) {
      var before = lines.get(index);
      for (var column = 0; column < before.figures().size(); column++) {
        var old = before.figures().get(column).value();
        var young = today.get(index).figures().get(column).value();
        if (old != young) {
          changes.add(new Change(before.row(), now.form().columns().get(column), old, young));
        }
      }
    }
    return changes;
  }

  private FormSheet sheet(FormLayout layout, ReportPeriod period) {
    var form = layout.form();
    var counted = counts.count(form.source(), period.from(), period.to());
    var all = new ArrayList<>(counted);
    all.addAll(entries.facts(form.code(), period.year()));
    all.removeIf(fact -> !layout.takes(fact.dimensions()));
    var lines =
        form.rows().stream()
            .map(
                row ->
                    new FormSheet.Line(
                        row,
                        row.heading()
                            ? List.of()
                            : form.columns().stream()
                                .map(column -> figure(layout, column, row, all))
                                .toList()))
            .toList();
    return new FormSheet(
        form,
        due(form, period),
        properties.reporter(),
        properties.receiver(),
        lines,
        form.source() == Source.AWARDS ? outside(layout, counted, period) : List.of(),
        gaps(layout, all),
        entries.of(form.code(), period.year()),
        issues.of(form.code(), String.valueOf(period.year())));
  }

  /** The period with the day its form is due, unless the Office has set another. */
  private static ReportPeriod due(StatisticalForm form, ReportPeriod period) {
    return period.reason() != null
        ? period
        : new ReportPeriod(
            period.year(),
            period.from(),
            period.to(),
            form.due().atYear(period.year()),
            null,
            null,
            null);
  }

  private static Figure figure(
      FormLayout layout, FormColumn column, FormRow row, List<KindCount> all) {
    var value = 0;
    var entered = 0;
    for (var fact : all) {
      if (takes(layout, column, row, fact)) {
        value += fact.amount();
        entered += fact.entered() ? fact.amount() : 0;
      }
    }
    return new Figure(value, entered);
  }

  private static boolean takes(FormLayout layout, FormColumn column, FormRow row, KindCount fact) {
    return Selection.anyTakes(layout.counts(column), fact.dimensions())
        && layout.counts(row).takes(fact.dimensions());
  }

  private static List<FormSheet.Gap> gaps(FormLayout layout, List<KindCount> all) {
    var gaps = new ArrayList<FormSheet.Gap>();
    for (var section : layout.sections()) {
      var leaves = section.leaves().stream().map(layout::counts).toList();
      var missing =
          all.stream()
              .filter(fact -> !Selection.anyTakes(leaves, fact.dimensions()))
              .mapToInt(KindCount::amount)
              .sum();
      if (missing > 0) {
        gaps.add(new FormSheet.Gap(section.heading().label(), missing));
      }
    }
    return gaps;
  }

  private List<FormSheet.Outside> outside(
      FormLayout layout, List<KindCount> counted, ReportPeriod period) {
    var others =
        catalogue.on(period.to()).stream()
            .filter(one -> one.form().source() == Source.AWARDS)
            .toList();
    var names = new HashMap<String, String>();
    for (Award award : awards.all()) {
      names.put(award.code(), award.name());
    }
    var amounts = new LinkedHashMap<String, Integer>();
    var forms = new HashMap<String, String>();
    awards.all().forEach(award -> amounts.put(award.code(), 0));
    for (var fact : counted) {
      if (!layout.takes(fact.dimensions())) {
        var code = fact.dimensions().get("award");
        amounts.merge(code, fact.amount(), Integer::sum);
        others.stream()
            .filter(other -> other.takes(fact.dimensions()))
            .findFirst()
            .ifPresent(other -> forms.put(code, other.form().code()));
      }
    }
    return amounts.entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(
            one ->
                new FormSheet.Outside(
                    one.getKey(), names.get(one.getKey()), one.getValue(), forms.get(one.getKey())))
        .toList();
  }

  private FormLayout layout(String code, ReportPeriod period) {
    return catalogue
        .of(code, period.to())
        .orElseThrow(() -> new NoSuchElementException("form " + code));
  }

  private static FormRow row(FormLayout layout, String number) {
    return layout.form().rows().stream()
        .filter(one -> !one.heading() && one.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("row " + number));
  }

  private static FormColumn column(FormLayout layout, int position) {
    return layout.form().columns().stream()
        .filter(one -> one.position() == position)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("column " + position));
  }

  private static String shortened(String text) {
    return text.length() <= 500 ? text : text.substring(0, 499) + "…";
  }

  private void note(Account account, String action, String code, int year, String reason) {
    audit.append(
        account.username(),
        account.displayName(),
        action,
        "report-%s-%d".formatted(code, year),
        reason);
  }
}
