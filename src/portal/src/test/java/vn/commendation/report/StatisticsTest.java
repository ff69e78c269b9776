package vn.commendation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.commendation.report.ReportFixture.DIRECTOR;
import static vn.commendation.report.ReportFixture.HEAD;
import static vn.commendation.report.ReportFixture.OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.PositionClass;
import vn.commendation.report.Statistics.NewEntry;

/** The figures of the statistical forms, over the SQL of the real database. */
class StatisticsTest {

  private static final PageRequest FIRST = PageRequest.of(0, 20);
  private static final int TOTAL = 1;
  private static final int CERTIFICATE = 2;
  private static final int FIGHTER = 3;
  private static final int FLAG = 4;

  private final ReportFixture reports = new ReportFixture();
  private final Statistics statistics = reports.statistics;

  @AfterEach
  void forget() {
    reports.forget();
  }

  @Test
  void shouldCountAwardsByHolderClassAndMethod() {
    reports.awarded("BK-TINH", "INDIVIDUAL", "DIRECT_WORKER", "MOVEMENT", day(5, 20));
    reports.awarded("BK-TINH", "INDIVIDUAL", "DIRECT_WORKER", "MERIT", day(6, 20));
    reports.awarded("BK-TINH", "INDIVIDUAL", "OTHER_MANAGER", "UNPLANNED", day(7, 20));
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MOVEMENT", day(8, 20));
    reports.awarded("CSTD-TINH", "INDIVIDUAL", "DEPARTMENT_LEADER", "MERIT", day(9, 20));
    reports.awarded("CO-TINH", "COLLECTIVE", null, "MERIT", day(10, 20));

    var sheet = statistics.sheet("0603", 2024, OFFICER);

    assertThat(figures(sheet, "01")).containsExactly(6, 4, 1, 1, 0);
    assertThat(figures(sheet, "02")).containsExactly(2, 1, 0, 1, 0);
    assertThat(figures(sheet, "05")).containsExactly(4, 3, 1, 0, 0);
    assertThat(figures(sheet, "07")).containsExactly(1, 0, 1, 0, 0);
    assertThat(figures(sheet, "09")).containsExactly(1, 1, 0, 0, 0);
    assertThat(figures(sheet, "10")).containsExactly(2, 2, 0, 0, 0);
    assertThat(figures(sheet, "11")).containsExactly(3, 1, 1, 1, 0);
    assertThat(figures(sheet, "12")).containsExactly(2, 2, 0, 0, 0);
    assertThat(figures(sheet, "13")).containsExactly(1, 1, 0, 0, 0);
    assertThat(sheet.gaps()).isEmpty();
    assertThat(sheet.outside()).isEmpty();
    sumsUp(sheet);
  }

  @Test
  void shouldCountAnAwardInThePeriodOfItsDecisionAndNotOnceItWasRevoked() {
    // the year of 2024 is 15/12/2023 to 14/12/2024; proposed two months earlier, all of them
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", LocalDate.of(2023, 12, 14));
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", LocalDate.of(2023, 12, 15));
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", LocalDate.of(2024, 12, 14));
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", LocalDate.of(2024, 12, 15));
    var revoked = reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", day(3, 1));
    reports
        .jdbc
        .sql("update award_given set revoked_on = '2025-01-05' where id = ?")
        .param(revoked)
        .update();
    var cancelled = reports.entered("BK-TINH", "COLLECTIVE", null, day(3, 1));
    reports.jdbc.sql("update award_given set live = null where id = ?").param(cancelled).update();

    assertThat(figure("0603", 2023, "01", TOTAL)).isEqualTo(1);
    assertThat(figure("0603", 2024, "01", TOTAL)).isEqualTo(2);
    assertThat(figure("0603", 2025, "01", TOTAL)).isEqualTo(1);
  }

  @Test
  void shouldLeaveAwardsOfTheDirectorOutAndSayWhatIsCountedElsewhere() {
    reports.awarded("GK-SO", "INDIVIDUAL", "DIRECT_WORKER", "MOVEMENT", day(5, 20));
    reports.awarded("LDTT", "INDIVIDUAL", "DIRECT_WORKER", "MERIT", day(5, 20));
    reports.awarded("LDTT", "INDIVIDUAL", "OTHER_MANAGER", "MERIT", day(5, 21));
    reports.awarded("TTLDXS", "COLLECTIVE", null, "MERIT", day(5, 20));
    reports.awarded("HCLD-3", "COLLECTIVE", null, "DEDICATION", day(5, 20));
    reports.awarded("BK-TTG", "INDIVIDUAL", "DIRECT_WORKER", "MERIT", day(5, 20));
    reports.awarded("CSTD-TQ", "INDIVIDUAL", "DIRECT_WORKER", "MERIT", day(5, 20));

    var province = statistics.sheet("0603", 2024, OFFICER);
    var state = statistics.sheet("0602", 2024, OFFICER);

    assertThat(figures(province, "01")).containsExactly(0, 0, 0, 0, 0);
    assertThat(province.outside())
        .extracting("awardCode", "amount", "otherForm")
        .containsExactly(
            tuple("GK-SO", 1, null),
            tuple("LDTT", 2, null),
            tuple("CSTD-TQ", 1, "0602"),
            tuple("TTLDXS", 1, null),
            tuple("BK-TTG", 1, "0602"),
            tuple("HCLD-3", 1, "0602"));
    assertThat(figures(state, "01"))
        .containsExactly(3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0);
    assertThat(figures(state, "03"))
        .as("submitted by the province")
        .containsExactly(3, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0);
    assertThat(figures(state, "19")).startsWith(1, 0, 0, 0, 0, 1);
    sumsUp(state);
  }

  @Test
  void shouldAskForTheClassOfAHolderThatNoCaseTells() {
    var person = reports.entered("BK-TINH", "INDIVIDUAL", null, day(4, 1));
    var unit = reports.entered("CO-TINH", "COLLECTIVE", null, day(4, 2));

    var before = statistics.sheet("0603", 2024, OFFICER);
    assertThat(figures(before, "01")).containsExactly(2, 1, 0, 1, 0);
    assertThat(figures(before, "05")).containsExactly(1, 1, 0, 0, 0);
    assertThat(before.gaps())
        .containsExactly(
            new FormSheet.Gap("1. Chia theo đối tượng khen thưởng", 1),
            new FormSheet.Gap("2. Chia theo phương thức khen thưởng", 2));
    assertThat(reports.classifications.open("0603", 2024, OFFICER))
        .extracting("id", "person", "positionNow")
        .containsExactly(tuple(person, true, "Chuyên viên"), tuple(unit, false, null));
    assertThatThrownBy(() -> statistics.issue("0603", 2024, 0, OFFICER))
        .isInstanceOf(ReportRefused.class)
        .hasMessage("gaps");

    refused("class-missing", () -> classify(person, null));
    refused("class-missing", () -> classify(unit, PositionClass.OTHER_MANAGER));
    classify(person, PositionClass.OTHER_MANAGER);
    classify(unit, null);
    refused("award-classified", () -> classify(person, PositionClass.DIRECT_WORKER));

    var after = statistics.sheet("0603", 2024, OFFICER);
    assertThat(after.gaps()).isEmpty();
    assertThat(figures(after, "09")).containsExactly(1, 1, 0, 0, 0);
    assertThat(figures(after, "11")).containsExactly(2, 1, 0, 1, 0);
    assertThat(reports.classifications.open("0603", 2024, OFFICER)).isEmpty();
    sumsUp(after);
  }

  @Test
  void shouldListTheCasesBehindEveryFigure() {
    reports.awarded("BK-TINH", "INDIVIDUAL", "DIRECT_WORKER", "MOVEMENT", day(5, 20));
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MOVEMENT", day(5, 21));
    reports.awarded("CO-TINH", "COLLECTIVE", null, "MERIT", day(10, 20));
    reports.entered("BK-TINH", "INDIVIDUAL", null, day(4, 1));
    reports.awarded("TTLDXS", "COLLECTIVE", null, "MERIT", day(5, 20));
    enter("0603", CERTIFICATE, 2, "04", "12");

    var sheet = statistics.sheet("0603", 2024, OFFICER);
    for (var line : sheet.lines()) {
      for (var index = 0; index < line.figures().size(); index++) {
        var behind =
            statistics.behind("0603", 2024, line.row().number(), index + 1, FIRST, OFFICER);
        var entered = behind.entries().stream().mapToInt(FormSheet.Entry::amount).sum();
        assertThat(behind.cases().getTotalElements() + entered)
            .as("%s, %d", line.row().number(), index + 1)
            .isEqualTo(line.figures().get(index).value());
      }
    }
    assertThat(statistics.behind("0603", 2024, "12", CERTIFICATE, FIRST, OFFICER).cases())
        .extracting(CellCase::on)
        .containsExactly(day(5, 20), day(5, 21));
    assertThat(statistics.outside("TTLDXS", 2024, FIRST, OFFICER)).hasSize(1);
    assertThatThrownBy(() -> statistics.behind("0603", 2024, "99", 1, FIRST, OFFICER))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> statistics.behind("0603", 2024, "01", 9, FIRST, OFFICER))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldCountWhatWasEnteredInEveryRowItBelongsTo() {
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", day(5, 20));
    enter("0603", CERTIFICATE, 3, "03", "12");
    enter("0603", FLAG, 1, "04", "13");

    var sheet = statistics.sheet("0603", 2024, OFFICER);

    assertThat(figures(sheet, "01")).containsExactly(5, 4, 0, 1, 0);
    assertThat(figures(sheet, "02")).containsExactly(4, 4, 0, 0, 0);
    assertThat(figures(sheet, "03")).as("enterprises among them").containsExactly(3, 3, 0, 0, 0);
    assertThat(figures(sheet, "04")).containsExactly(1, 0, 0, 1, 0);
    assertThat(figures(sheet, "12")).containsExactly(3, 3, 0, 0, 0);
    assertThat(sheet.lines().getFirst().figures().getFirst()).isEqualTo(new FormSheet.Figure(5, 4));
    assertThat(sheet.entries())
        .extracting("amount", "source", "enteredBy")
        .contains(tuple(3, "Công văn số 5", "Phạm Thị Minh Thư"));
    sumsUp(sheet);

    var wrong = sheet.entries().stream().filter(one -> one.amount() == 3).findFirst().orElseThrow();
    statistics.cancel("0603", 2024, wrong.id(), "Nhầm năm", OFFICER);
    refused("entry-gone", () -> statistics.cancel("0603", 2024, wrong.id(), "Nhầm năm", OFFICER));
    assertThat(figure("0603", 2024, "01", TOTAL)).isEqualTo(2);
    assertThat(figure("0603", 2025, "01", TOTAL)).isZero();
  }

  @Test
  void shouldEnterOnceWhatIsSentTwice() {
    var entry = new NewEntry(UUID.randomUUID().toString(), 1, List.of("05"), 1, "Công văn số 5");
    statistics.enter("0604", 2024, entry, OFFICER);
    statistics.enter("0604", 2024, entry, OFFICER);

    assertThat(figure("0604", 2024, "01", TOTAL)).isEqualTo(1);
    assertThat(figure("0604", 2024, "05", TOTAL)).isEqualTo(1);
  }

  @Test
  void shouldCountPeopleOnceInEverySectionAndWomenAmongThem() {
    enter("0605", 1, 1, "04", "11", "13");
    enter("0605", 2, 2, "03", "12", "15");

    var sheet = statistics.sheet("0605", 2024, OFFICER);

    assertThat(figures(sheet, "01")).containsExactly(3, 2);
    assertThat(figures(sheet, "03")).containsExactly(2, 2);
    assertThat(figures(sheet, "04")).containsExactly(1, 0);
    assertThat(figures(sheet, "12")).containsExactly(2, 2);
    assertThat(figures(sheet, "13")).containsExactly(1, 0);
    sumsUp(sheet);
  }

  @Test
  void shouldRefuseAFigureThatCannotBe() {
    refused("column-missing", () -> enter("0603", TOTAL, 1, "02", "11"));
    refused("row-missing", () -> enter("0603", CERTIFICATE, 1, "02"));
    // only people have classes: what divides a row further is chosen instead of the row
    refused("row-missing", () -> enter("0603", CERTIFICATE, 1, "05", "11"));
    refused("amount", () -> enter("0603", CERTIFICATE, 0, "02", "11"));
    // a person in the column of collectives
    refused("no-such-cell", () -> enter("0602", 2, 1, "03", "14", "15"));
    refused(
        "source-missing",
        () ->
            statistics.enter(
                "0603",
                2024,
                new NewEntry(UUID.randomUUID().toString(), 2, List.of("02", "11"), 1, null),
                OFFICER));
  }

  @Test
  void shouldCountCampaignsByThePlanTheyWereLaunchedWith() {
    campaign("A", "OPEN", day(1, 10), day(1, 1), day(12, 31), "MOVEMENT");
    campaign("B", "ARCHIVED", day(2, 10), day(2, 1), day(5, 31), "MOVEMENT");
    campaign("C", "OPEN", day(3, 10), day(1, 1), LocalDate.of(2026, 12, 30), "MERIT");
    campaign("D", "OPEN", day(3, 10), day(1, 1), LocalDate.of(2028, 12, 31), "MERIT");
    campaign("E", "CANCELLED", day(3, 10), day(1, 1), day(12, 31), "MOVEMENT");
    campaign("F", "OPEN", LocalDate.of(2023, 12, 14), day(1, 1), day(12, 31), "MOVEMENT");

    var sheet = statistics.sheet("0601", 2024, OFFICER);

    assertThat(figures(sheet, "01")).containsExactly(4, 0, 0, 4);
    assertThat(figures(sheet, "05")).containsExactly(4, 0, 0, 4);
    assertThat(figures(sheet, "06")).containsExactly(1, 0, 0, 1);
    assertThat(figures(sheet, "07")).containsExactly(1, 0, 0, 1);
    assertThat(figures(sheet, "08")).containsExactly(1, 0, 0, 1);
    assertThat(figures(sheet, "09")).containsExactly(0, 0, 0, 0);
    assertThat(figures(sheet, "10")).containsExactly(1, 0, 0, 1);
    assertThat(figures(sheet, "11")).containsExactly(2, 0, 0, 2);
    assertThat(figures(sheet, "12")).containsExactly(2, 0, 0, 2);
    assertThat(statistics.behind("0601", 2024, "12", 4, FIRST, OFFICER).cases()).hasSize(2);
    sumsUp(sheet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0601", "0602", "0603", "0604", "0605"})
  void shouldBeAnEmptyFormWhereNothingHappened(String code) {
    var sheet = statistics.sheet(code, 2024, OFFICER);

    assertThat(sheet.lines())
        .flatExtracting(FormSheet.Line::figures)
        .isNotEmpty()
        .containsOnly(new FormSheet.Figure(0, 0));
    assertThat(sheet.gaps()).isEmpty();
    sumsUp(sheet);
  }

  @Test
  void shouldKeepWhatWasIssuedAndTellWhatHasChangedSince() {
    var award = reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", day(5, 20));
    enter("0603", FLAG, 1, "04", "13");
    statistics.issue("0603", 2024, 0, OFFICER);
    reports.awarded("CSTD-TINH", "INDIVIDUAL", "DIRECT_WORKER", "MERIT", day(6, 20));
    reports
        .jdbc
        .sql("update award_given set revoked_on = '2025-01-05' where id = ?")
        .param(award)
        .update();

    var issued = statistics.issued("0603", 2024, 1, DIRECTOR);

    assertThat(figures(issued.sheet(), "01")).containsExactly(2, 1, 0, 1, 0);
    assertThat(issued.sheet().entries()).hasSize(1);
    assertThat(issued.changes())
        .extracting(
            one -> one.row().number(),
            one -> one.column().position(),
            Statistics.Change::issued,
            Statistics.Change::today)
        .containsExactly(
            tuple("01", CERTIFICATE, 1, 0),
            tuple("01", FIGHTER, 0, 1),
            tuple("02", TOTAL, 1, 0),
            tuple("02", CERTIFICATE, 1, 0),
            tuple("05", TOTAL, 0, 1),
            tuple("05", FIGHTER, 0, 1),
            tuple("10", TOTAL, 0, 1),
            tuple("10", FIGHTER, 0, 1),
            tuple("11", CERTIFICATE, 1, 0),
            tuple("11", FIGHTER, 0, 1));
    refused("issued-meanwhile", () -> statistics.issue("0603", 2024, 0, OFFICER));
    statistics.issue("0603", 2024, 1, OFFICER);
    assertThat(statistics.issued("0603", 2024, 2, OFFICER).changes()).isEmpty();
    assertThat(statistics.sheet("0603", 2024, OFFICER).issues())
        .extracting(FormSheet.Issue::number)
        .containsExactly(2, 1);
  }

  @Test
  void shouldTakeTheDaysTheOfficeSetsForAYear() {
    reports.awarded("BK-TINH", "COLLECTIVE", null, "MERIT", LocalDate.of(2024, 12, 20));
    assertThat(figure("0603", 2024, "01", TOTAL)).isZero();
    var wanted =
        new ReportPeriods.Change(
            day(1, 1), day(12, 31), LocalDate.of(2025, 1, 15), "Công văn số 9");
    reports.periods.change(2024, wanted, OFFICER);

    assertThat(figure("0603", 2024, "01", TOTAL)).isEqualTo(1);
    refused(
        "period-order",
        () ->
            reports.periods.change(
                2024, new ReportPeriods.Change(day(12, 31), day(1, 1), day(12, 15), "x"), OFFICER));
    refused(
        "period-missing",
        () ->
            reports.periods.change(
                2024, new ReportPeriods.Change(day(1, 1), null, day(12, 15), "x"), OFFICER));
    refused("year", () -> reports.periods.of(1999));
    refused("year", () -> reports.periods.of(2027));
    assertThatThrownBy(() -> statistics.sheet("0603", 2022, OFFICER))
        .as("no form is in force")
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldLetUnitsReadNothingAndLeadershipWriteNothing() {
    assertThatThrownBy(() -> statistics.sheet("0603", 2024, HEAD))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> statistics.behind("0603", 2024, "01", 1, FIRST, HEAD))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(statistics.forms(2024, DIRECTOR)).hasSize(5);
    assertThatThrownBy(() -> statistics.issue("0603", 2024, 0, DIRECTOR))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(
            () -> statistics.enter("0603", 2024, new NewEntry(null, 1, null, 1, ""), DIRECTOR))
        .isInstanceOf(AccessDeniedException.class);
  }

  /** The parts of every section make up the total, and the parts of every row the row. */
  private static void sumsUp(FormSheet sheet) {
    var total = values(sheet.lines().getFirst());
    var lines = sheet.lines();
    for (var index = 1; index < lines.size(); index++) {
      var row = lines.get(index).row();
      if (row.heading()) {
        assertThat(sum(lines, index, 1)).as(row.label()).isEqualTo(total);
      } else if (row.depth() == 1
          && index + 1 < lines.size()
          && lines.get(index + 1).row().depth() == 2
          && !lines.get(index + 1).row().ofWhich()) {
        assertThat(sum(lines, index, 2)).as(row.label()).isEqualTo(values(lines.get(index)));
      }
    }
    for (var line : lines) {
      var parts = 0;
      for (var index = 0; index < line.figures().size(); index++) {
        if (sheet.form().columns().get(index).kind() == FormColumn.Kind.PART) {
          parts += line.figures().get(index).value();
        }
      }
      if (!line.figures().isEmpty()) {
        assertThat(line.figures().getFirst().value()).as(line.row().label()).isEqualTo(parts);
      }
    }
  }

  private static List<Integer> sum(List<FormSheet.Line> lines, int above, int depth) {
    var sums = new ArrayList<>(Collections.nCopies(values(lines.getFirst()).size(), 0));
    for (var index = above + 1;
        index < lines.size() && lines.get(index).row().depth() >= depth;
        index++) {
      if (lines.get(index).row().depth() == depth && !lines.get(index).row().ofWhich()) {
        for (var column = 0; column < sums.size(); column++) {
          sums.set(column, sums.get(column) + values(lines.get(index)).get(column));
        }
      }
    }
    return sums;
  }

  private static List<Integer> values(FormSheet.Line line) {
    return line.figures().stream().map(FormSheet.Figure::value).toList();
  }

  private static List<Integer> figures(FormSheet sheet, String row) {
    return sheet.lines().stream()
        .filter(line -> row.equals(line.row().number()))
        .findFirst()
        .map(StatisticsTest::values)
        .orElseThrow();
  }

  private int figure(String form, int year, String row, int column) {
    return reports.figure(statistics.sheet(form, year, OFFICER), row, column);
  }

  private void enter(String form, int column, int amount, String... rows) {
    statistics.enter(
        form,
        2024,
        new NewEntry(UUID.randomUUID().toString(), column, List.of(rows), amount, "Công văn số 5"),
        OFFICER);
  }

  private void classify(long award, PositionClass positionClass) {
    reports.classifications.classify(
        award, positionClass, CommendationType.MERIT, "Quyết định gốc", OFFICER);
  }

  private void campaign(
      String code, String status, LocalDate plan, LocalDate from, LocalDate to, String type) {
    reports
        .jdbc
        .sql(
            """
            insert into campaign (code, title, theme, plan_number, plan_date, basis, description,
              opens_at, achievement_from, achievement_to, commendation_type, status)
            values (?, 'Phong trào', 'Chủ đề', '1/KH', ?, '', '', ?, ?, ?, ?, ?)""")
        .params("TEST-" + code, plan, plan.atStartOfDay(), from, to, type, status)
        .update();
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOf(ReportRefused.class).hasMessage(code);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }
}
