package vn.commendation.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.WorkRating;
import vn.commendation.spreadsheet.SheetRow;

/** Reads the rows of one sheet: what they would enter, and what is wrong with each. */
final class ImportReader {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Known known;
  private final LocalDate today;
  private final Map<String, Integer> lineOfKey = new HashMap<>();

  ImportReader(Known known, LocalDate today) {
    this.known = known;
    this.today = today;
  }

  /**
   * What the rows may refer to.
   *
   * @param people by code, likewise units
   * @param awards who each may be given to, by code
   * @param levels by their name as it is written
   * @param entries keys of what is in the register
   */
  record Known(
      Map<String, Subject> people,
      Map<String, Subject> units,
      Map<String, AwardSubject> awards,
      Map<String, InitiativeLevel> levels,
      Map<String, WorkRating> ratings,
      Set<String> entries) {}

  record Award(NewAward entry, Subject subject) {}

  record Rating(NewRating entry, Subject subject) {}

  record InitiativeEntry(NewInitiative entry, List<Subject> authors) {}

  /** A row, and what it enters if there is nothing wrong with it. */
  record Read<T>(ImportRow row, T entry) {}

  Read<Award> award(SheetRow line) {
    var row = new Cells(line, RegisterKind.AWARDS);
    var subject = row.subject();
    var entry =
        new NewAward(
            key(subject),
            row.code("awardCode"),
            row.number("year"),
            row.date("achievementFrom"),
            row.date("achievementTo"),
            row.text("decisionNumber"),
            row.date("decidedOn"),
            row.text("decidedBy"));
    row.checks.with(row.unnoticed(entry.problems(today)));
    if (entry.awardCode() != null && subject != null) {
      AwardHistory.fits(known.awards().get(entry.awardCode()), subject, row.checks);
    }
    if (row.inOrder()) {
      row.once(
          AwardHistory.key(subject.key(), entry.awardCode(), entry.year(), entry.decisionNumber()),
          "decisionNumber");
    }
    return row.read(new Award(entry, subject));
  }

  Read<Rating> rating(SheetRow line) {
    var row = new Cells(line, RegisterKind.RATINGS);
    var subject = row.subject();
    var entry =
        new NewRating(
            key(subject),
            row.number("year"),
            row.oneOf("rating", known.ratings()),
            row.text("decision"));
    row.checks.with(row.unnoticed(entry.problems(today)));
    if (row.inOrder()) {
      row.once(Ratings.key(subject.key(), entry.year()), "year");
    }
    return row.read(new Rating(entry, subject));
  }

  Read<InitiativeEntry> initiative(SheetRow line) {
    var row = new Cells(line, RegisterKind.INITIATIVES);
    var authors = new ArrayList<Subject>();
    var shares = row.authors(authors);
    var entry =
        new NewInitiative(
            row.text("number"),
            row.text("title"),
            row.oneOf("level", known.levels()),
            row.date("recognisedOn"),
            row.text("effectScope"),
            shares);
    row.checks.with(row.unnoticed(entry.problems(today)));
    if (row.inOrder()) {
      row.once(
          Initiatives.key(entry.level(), entry.recognisedOn().getYear(), entry.number()), "number");
    }
    return row.read(new InitiativeEntry(entry, authors));
  }

  private static String key(Subject subject) {
    return subject == null ? null : subject.key();
  }

  /** The cells of one row by column. */
  private final class Cells {

    private final SheetRow line;
    private final RegisterKind kind;
    private final Checks checks = new Checks(today);

    Cells(SheetRow line, RegisterKind kind) {
      this.line = line;
      this.kind = kind;
    }

    String text(String column) {
      return Texts.trimmed(line.cells().get(kind.columns().indexOf(column)));
    }

    /** Without the name that the drop-down of the template shows behind it. */
    String code(String column) {
      var text = text(column);
      return text == null ? null : text.split(RegisterImports.NAME_FOLLOWS, 2)[0].strip();
    }

    Integer number(String column) {
      return parsed(column, "not-a-number", Integer::valueOf);
    }

    LocalDate date(String column) {
      return parsed(
          column,
          "not-a-date",
          text -> text.contains("/") ? LocalDate.parse(text, DATE) : LocalDate.parse(text));
    }

    <T> T oneOf(String column, Map<String, T> values) {
      var text = text(column);
      var value = text == null ? null : values.get(text.toLowerCase(Locale.ROOT));
      checks.that(text == null || value != null, column, "unknown");
      return value;
    }

    /** The person by code, or the unit as a collective if no person is named. */
    Subject subject() {
      var person = code("personCode");
      var unit = code("unitCode");
      var found = known.units().get(unit == null ? "" : unit);
      checks.that(unit == null || found != null, "unitCode", "unknown");
      if (person == null) {
        checks.that(unit != null, "personCode", "missing");
        return found;
      }
      var who = known.people().get(person);
      checks.that(who != null, "personCode", "unknown");
      return who == null || unit == null || found == null
          ? who
          : new Subject(who.personId(), found.unitId(), who.name());
    }

    /** Authors as {@code code:share}, divided by semicolons. */
    List<NewInitiative.Author> authors(List<Subject> found) {
      var text = text("authors");
      if (text == null) {
        return List.of();
      }
      return Arrays.stream(text.split(";"))
          .map(String::strip)
          .filter(one -> !one.isEmpty())
          .map(one -> author(one, found))
          .toList();
    }

    private NewInitiative.Author author(String text, List<Subject> found) {
      var parts = text.split(":", 2);
      var who = known.people().get(parts[0].strip());
      checks.that(who != null, "authors", "unknown");
      found.add(who);
      return new NewInitiative.Author(key(who), parts.length == 2 ? share(parts[1]) : null);
    }

    private BigDecimal share(String text) {
      try {
        return new BigDecimal(text.strip().replace(',', '.').replace("%", ""));
      } catch (NumberFormatException e) {
        return null;
      }
    }

    private <T> T parsed(String column, String code, Function<String, T> parser) {
      var text = text(column);
      if (text == null) {
        return null;
      }
      try {
        return parser.apply(text);
      } catch (NumberFormatException | DateTimeParseException e) {
        checks.that(false, column, code, text);
        return null;
      }
    }

    /** Without what only follows from a problem that is known already. */
    List<FactProblem> unnoticed(List<FactProblem> found) {
      var wrong = checks.problems().stream().map(FactProblem::field).toList();
      return found.stream()
          .filter(one -> !one.field().equals("subject"))
          .filter(one -> !wrong.contains(one.field()))
          .toList();
    }

    boolean inOrder() {
      return checks.problems().isEmpty();
    }

    void once(String key, String column) {
      checks.that(!known.entries().contains(key), column, "in-register");
      var first = lineOfKey.putIfAbsent(key, line.number());
      checks.that(first == null, column, "in-file", first == null ? 0 : first);
    }

    <T> Read<T> read(T entry) {
      return new Read<>(new ImportRow(line.number(), line.cells(), checks.problems()), entry);
    }
  }
}
