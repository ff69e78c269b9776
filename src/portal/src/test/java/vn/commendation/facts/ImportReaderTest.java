package vn.commendation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.WorkRating;
import vn.commendation.spreadsheet.SheetRow;

class ImportReaderTest {

  private final ImportReader reader =
      new ImportReader(
          new ImportReader.Known(
              Map.of(
                  "QLKH-02", new Subject(18L, 5, "Nguyễn Hữu Nghĩa"),
                  "QLKH-03", new Subject(19L, 5, "Lê Thị Bích Ngọc")),
              Map.of(
                  "QLKH", new Subject(null, 5, "Phòng Quản lý Khoa học"),
                  "VP", new Subject(null, 2, "Văn phòng Sở")),
              Map.of("LDTT", AwardSubject.INDIVIDUAL, "TTLDTT", AwardSubject.COLLECTIVE),
              Map.of("cơ sở", InitiativeLevel.BASE),
              Map.of("hoàn thành tốt nhiệm vụ", WorkRating.GOOD),
              Set.of("P18|LDTT|2020|1/QĐ", "P18|2020", "BASE|2020|01")),
          LocalDate.of(2026, 11, 22));

  @Test
  void shouldReadAnAwardOfAPersonInTheUnitOfThatTime() {
    var read =
        reader.award(
            line(
                2,
                "QLKH-02",
                "VP",
                "LDTT",
                "2024",
                "01/01/2024",
                "2024-12-31",
                "12/QĐ",
                "15/1/2025",
                "Giám đốc Sở"));

    assertThat(read.row().problems()).isEmpty();
    assertThat(AwardHistory.given(read.entry().entry(), read.entry().subject()))
        .isEqualTo(
            new AwardGiven(
                0,
                18L,
                2,
                "Nguyễn Hữu Nghĩa",
                "LDTT",
                2024,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 12, 31),
                "12/QĐ",
                LocalDate.of(2025, 1, 15),
                "Giám đốc Sở",
                null,
                null));
  }

  @ParameterizedTest(name = "{9}")
  @CsvSource({
    "QLKH-99, '', LDTT, 2024, '', '', 1/QĐ, 15/01/2025, GĐ, personCode unknown",
    "'', '', LDTT, 2024, '', '', 1/QĐ, 15/01/2025, GĐ, personCode missing",
    "QLKH-02, XX, LDTT, 2024, '', '', 1/QĐ, 15/01/2025, GĐ, unitCode unknown",
    "QLKH-02, '', XXX, 2024, '', '', 1/QĐ, 15/01/2025, GĐ, awardCode unknown",
    "QLKH-02, '', TTLDTT, 2024, '', '', 1/QĐ, 15/01/2025, GĐ, awardCode wrong-subject",
    "'', QLKH, LDTT, 2024, '', '', 1/QĐ, 15/01/2025, GĐ, awardCode wrong-subject",
    "QLKH-02, '', LDTT, 20x4, '', '', 1/QĐ, 15/01/2025, GĐ, year not-a-number",
    "QLKH-02, '', LDTT, 2027, '', '', 1/QĐ, 15/01/2025, GĐ, year year",
    "QLKH-02, '', LDTT, 2024, '', '', 1/QĐ, 29/02/2025, GĐ, decidedOn not-a-date",
    "QLKH-02, '', LDTT, 2024, '', '', 1/QĐ, =TODAY(), GĐ, decidedOn not-a-date",
    "QLKH-02, '', LDTT, 2024, '', '', 1/QĐ, 23/11/2026, GĐ, decidedOn future",
    "QLKH-02, '', LDTT, 2024, '', '', '', 15/01/2025, GĐ, decisionNumber missing",
    "QLKH-02, '', LDTT, 2024, 31/12/2024, 01/01/2024, 1/QĐ, 15/01/2025, GĐ, achievementTo order",
    "QLKH-02, '', LDTT, 2020, '', '', 1/QĐ, 15/01/2021, GĐ, decisionNumber in-register",
  })
  void shouldNameWhatIsWrongWithARow(
      String person,
      String unit,
      String award,
      String year,
      String from,
      String to,
      String number,
      String decided,
      String by,
      String expected) {
    var read = reader.award(line(2, person, unit, award, year, from, to, number, decided, by));

    assertThat(read.row().problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .contains(expected);
  }

  @Test
  void shouldNameTheLineOfWhichARowIsADouble() {
    var cells = new String[] {"QLKH-02", "", "2024", "Hoàn thành tốt nhiệm vụ", "TB 1"};
    assertThat(reader.rating(line(2, cells)).row().problems()).isEmpty();

    assertThat(reader.rating(line(3, cells)).row().problems())
        .containsExactly(FactProblem.of("year", "in-file", 2));
    assertThat(
            reader
                .rating(line(4, "QLKH-02", "", "2020", "hoàn thành tốt nhiệm vụ", "TB 1"))
                .row()
                .problems())
        .containsExactly(FactProblem.of("year", "in-register"));
  }

  @Test
  void shouldReadAnInitiativeWithItsAuthors() {
    var read =
        reader.initiative(
            line(
                2, "03", "Sáng kiến", "Cơ sở", "29/02/2024", "Toàn Sở", "QLKH-02:60;QLKH-03: 40%"));

    assertThat(read.row().problems()).isEmpty();
    assertThat(read.entry().authors()).extracting(Subject::personId).containsExactly(18L, 19L);
    assertThat(read.entry().entry().authors())
        .extracting(author -> author.share().intValue())
        .containsExactly(60, 40);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "QLKH-02:60;QLKH-03:41, share-sum",
    "QLKH-02:50;QLKH-02:50, author-twice",
    "QLKH-02, share",
    "QLKH-02:0, share",
    "QLKH-02:mười, share",
    "QLKH-98:100, unknown",
    "'', missing",
  })
  void shouldNameWhatIsWrongWithTheAuthors(String authors, String expected) {
    var read = reader.initiative(line(2, "03", "Tên", "Cơ sở", "01/02/2024", "Toàn Sở", authors));

    assertThat(read.row().problems())
        .extracting(problem -> problem.field() + " " + problem.code())
        .containsExactly("authors " + expected);
  }

  private static SheetRow line(int number, String... cells) {
    return new SheetRow(number, List.of(cells));
  }
}
