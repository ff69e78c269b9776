package vn.commendation.sheet;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.commendation.award.Award;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Person;
import vn.commendation.nomination.NominationForm;

/** Reads what was typed in a row into a nomination, and tells what cannot be read. */
final class RowReader {

  /** Between a code and its name, as the drop-downs of the template show them. */
  static final String NAME_FOLLOWS = " – ";

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_ACHIEVEMENTS = 20_000;
  private static final int LONGEST_REASON = 2000;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final String sheetId;
  private final Long campaignId;
  private final Map<String, Person> people;
  private final Map<String, String> awards = new HashMap<>();
  private final Map<String, SubjectKind> subjects;

  /**
   * For the rows of one sheet.
   *
   * @param people of the unit, by code
   * @param subjectNames how the kinds of nominees are written
   */
  RowReader(
      String sheetId,
      Long campaignId,
      Map<String, Person> people,
      List<Award> awards,
      Function<SubjectKind, String> subjectNames) {
    this.sheetId = sheetId;
    this.campaignId = campaignId;
    this.people =
        people.entrySet().stream()
            .collect(Collectors.toMap(one -> folded(one.getKey()), Map.Entry::getValue));
    for (var award : awards) {
      this.awards.put(folded(award.code()), award.code());
      this.awards.put(folded(award.name()), award.code());
      this.awards.put(folded(award.nameEn()), award.code());
    }
    this.subjects =
        Arrays.stream(SubjectKind.values())
            .collect(Collectors.toMap(one -> folded(subjectNames.apply(one)), one -> one));
  }

  /** A row and the nomination in it, as far as it could be read. */
  record Read(int number, NominationForm form, List<RowProblem> problems) {}

  /** The id of the draft a row becomes: the same however often it is tried. */
  static String draftId(String sheetId, int number) {
    return UUID.nameUUIDFromBytes((sheetId + ":" + number).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  Read read(int number, List<String> cells) {
    var problems = new ArrayList<RowProblem>();
    var row = new Row(cells, problems);
    var subject = row.subject();
    var person = row.person();
    if (subject == SubjectKind.COLLECTIVE && row.filled(SheetColumn.PERSON)) {
      problems.add(RowProblem.of("collective-with-person", SheetColumn.PERSON));
    }
    var form =
        new NominationForm(
            draftId(sheetId, number),
            0,
            campaignId,
            subject,
            subject == SubjectKind.INDIVIDUAL && person != null ? person.id() : null,
            row.award(),
            row.text(SheetColumn.TITLE, LONGEST_TITLE),
            row.text(SheetColumn.ACHIEVEMENTS, LONGEST_ACHIEVEMENTS),
            row.day(SheetColumn.FROM),
            row.day(SheetColumn.TO),
            row.text(SheetColumn.LATE, LONGEST_REASON));
    return new Read(number, form, problems);
  }

  /** The cells of one row. */
  private final class Row {

    private final List<String> cells;
    private final List<RowProblem> problems;

    Row(List<String> cells, List<RowProblem> problems) {
      this.cells = cells;
      this.problems = problems;
    }

    boolean filled(SheetColumn column) {
      return !cell(column).isEmpty();
    }

    private String cell(SheetColumn column) {
      return cells.get(column.ordinal());
    }

    SubjectKind subject() {
      var typed = cell(SheetColumn.SUBJECT);
      var kind = subjects.get(folded(typed));
      if (kind == null && !typed.isEmpty()) {
        refuse(SheetColumn.SUBJECT, "unknown-subject");
      }
      return kind == null ? SubjectKind.INDIVIDUAL : kind;
    }

    Person person() {
      var typed = cell(SheetColumn.PERSON);
      if (typed.isEmpty()) {
        return null;
      }
      var parts = typed.split(NAME_FOLLOWS, 2);
      var person = people.get(folded(parts[0]));
      if (person == null) {
        refuse(SheetColumn.PERSON, "unknown-person");
      } else if (parts.length == 2 && !folded(parts[1]).equals(folded(person.fullName()))) {
        // a code and somebody else's name: one of the two is a slip
        problems.add(RowProblem.of("other-name", SheetColumn.PERSON, person.fullName()));
        return null;
      }
      return person;
    }

    String award() {
      var typed = cell(SheetColumn.AWARD);
      if (typed.isEmpty()) {
        return null;
      }
      var award = awards.get(folded(typed));
      if (award == null) {
        award = awards.get(folded(typed.split(NAME_FOLLOWS, 2)[0]));
      }
      if (award == null) {
        refuse(SheetColumn.AWARD, "unknown-award");
      }
      return award;
    }

    String text(SheetColumn column, int longest) {
      var typed = cell(column);
      if (typed.length() > longest) {
        problems.add(
            RowProblem.of(
                "too-long", column, String.valueOf(typed.length()), String.valueOf(longest)));
        return null;
      }
      return typed;
    }

    LocalDate day(SheetColumn column) {
      var typed = cell(column);
      if (typed.isEmpty()) {
        return null;
      }
      try {
        return typed.contains("/") ? LocalDate.parse(typed, DATE) : LocalDate.parse(typed);
      } catch (DateTimeParseException e) {
        refuse(column, "not-a-date");
        return null;
      }
    }

    private void refuse(SheetColumn column, String code) {
      problems.add(RowProblem.of(code, column, RowProblem.quoted(cell(column))));
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
