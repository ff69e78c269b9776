package vn.commendation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.commendation.report.ReportFixture.DIRECTOR;
import static vn.commendation.report.ReportFixture.HEAD;
import static vn.commendation.report.ReportFixture.OFFICER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import vn.commendation.report.ResultFigures.Line;
import vn.commendation.report.ResultFigures.Shares;
import vn.commendation.report.ResultFigures.Step;

/** The figures of the movement's result report, over the SQL of the real database. */
class ResultsTest {

  private static final PageRequest FIRST = PageRequest.of(0, 20);
  private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
  private static final LocalDate TO = LocalDate.of(2024, 12, 31);
  private static final ResultTexts TEXTS =
      new ResultTexts("Phong trào thiết thực.", "Chị Nguyễn Thị Thử.", null, null);

  private final ReportFixture reports = new ReportFixture();
  private final Results results = reports.results;

  @AfterEach
  void forget() {
    reports.forget();
  }

  @Test
  void shouldCountEveryCaseOnceByWhatBecameOfIt() {
    var awarded = save("GK-SO", "INDIVIDUAL", "AWARDED_IN_HOUSE");
    award(awarded, "GK-SO", LocalDate.of(2024, 6, 1));
    var revoked = save("GK-SO", "INDIVIDUAL", "AWARDED_IN_HOUSE");
    var given = award(revoked, "GK-SO", LocalDate.of(2024, 6, 1));
    reports
        .jdbc
        .sql("update award_given set revoked_on = '2024-09-01' where id = ?")
        .param(given)
        .update();
    save("BK-TINH", "INDIVIDUAL", "NOT_AWARDED");
    save("BK-TINH", "COLLECTIVE", "NOT_PASSED");
    save("BK-TINH", "COLLECTIVE", "EXPIRED");
    save("GK-SO", "COLLECTIVE", "WITHDRAWN");
    save("GK-SO", "COLLECTIVE", "ROLLED_OVER");
    save("GK-SO", "COLLECTIVE", "HOLD");

    var figures = figures();

    assertThat(figures.total()).isEqualTo(new Line("", "", 8, 1, 3, 1, 1, 1, 1));
    assertThat(figures.awards())
        .containsExactly(
            new Line("GK-SO", "Giấy khen của Giám đốc Sở", 5, 1, 0, 1, 1, 1, 1),
            new Line(
                "BK-TINH", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 3, 0, 3, 0, 0, 0, 0));
    assertThat(figures.subjects())
        .extracting(Line::key, Line::proposed, Line::awarded)
        .containsExactly(tuple("INDIVIDUAL", 3, 1), tuple("COLLECTIVE", 5, 0));
    sumsUp(figures);
  }

  @Test
  void shouldTakeCasesByTheDayTheyWereFirstSubmittedWhereTheDepartmentIs() {
    // midnight in Tây Ninh is 17:00 of the day before in UTC
    submit("2023-12-31T16:59:59Z");
    submit("2023-12-31T17:00:00Z");
    submit("2024-12-31T16:59:59Z");
    submit("2024-12-31T17:00:00Z");
    reports.submitted("GK-SO", "INDIVIDUAL", "DRAFT", "2024-05-05T01:00:00Z").save();

    assertThat(figures().total().proposed()).isEqualTo(2);
  }

  @Test
  void shouldCountACaseAwardedInTheNextYearInTheYearItWasProposedIn() {
    var id =
        reports
            .submitted("BK-TINH", "INDIVIDUAL", "AWARDED", "2024-11-20T02:00:00Z")
            .closed("2025-01-15T02:00:00Z")
            .save();
    award(id, "BK-TINH", LocalDate.of(2025, 1, 15));

    assertThat(figures().total()).isEqualTo(new Line("", "", 1, 1, 0, 0, 0, 0, 0));
    assertThat(
            results
                .figures(
                    results.scope(null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                    OFFICER)
                .total()
                .proposed())
        .isZero();
    // the statistical form goes by the date of the decision
    assertThat(reports.figure(reports.statistics.sheet("0603", 2025, OFFICER), "01", 1))
        .isEqualTo(1);
  }

  @Test
  void shouldCountWhatWasNominatedAgainAsACaseOfItsOwn() {
    var first = save("GK-SO", "INDIVIDUAL", "WITHDRAWN");
    reports
        .submitted("GK-SO", "INDIVIDUAL", "ACCEPTED", "2024-07-01T02:00:00Z")
        .after(first)
        .save();

    var figures = figures();

    assertThat(figures.total()).isEqualTo(new Line("", "", 2, 0, 0, 1, 0, 0, 1));
    assertThat(figures.again()).isEqualTo(1);
  }

  @Test
  void shouldTellTheSharesOfDirectWorkersAndWomenAsTheyWereThen() {
    var one = save("GK-SO", "INDIVIDUAL", "AWARDED_IN_HOUSE");
    award(one, "GK-SO", LocalDate.of(2024, 6, 1));
    reports.submitted("GK-SO", "INDIVIDUAL", "REJECTED", "2024-05-05T01:00:00Z").manager().save();
    reports.submitted("GK-SO", "INDIVIDUAL", "REJECTED", "2024-05-05T01:00:00Z").man().save();
    save("GK-SO", "COLLECTIVE", "REJECTED");
    // she has become a manager since
    reports.jdbc.sql("update person set direct_worker = false where id = 19").update();

    var figures = figures();

    assertThat(figures.proposed()).isEqualTo(new Shares(3, 2, 2));
    assertThat(figures.proposed().directPercent()).isEqualTo(67);
    assertThat(figures.awarded()).isEqualTo(new Shares(1, 1, 1));
    assertThat(new Shares(0, 0, 0).womenPercent()).isNull();
  }

  @Test
  void shouldTellUnitsAndCampaignsApartAndTakeOneCampaignAlone() {
    var campaign = campaign("A", "Học tập và làm theo Bác");
    reports
        .submitted("GK-SO", "INDIVIDUAL", "OFFICE_REVIEW", "2024-05-05T01:00:00Z")
        .campaign(campaign)
        .unit(8)
        .save();
    reports
        .submitted("GK-SO", "INDIVIDUAL", "OFFICE_REVIEW", "2023-05-05T01:00:00Z")
        .campaign(campaign)
        .save();
    save("GK-SO", "INDIVIDUAL", "OFFICE_REVIEW");

    var period = figures();
    var alone = results.figures(results.scope(campaign, null, null), OFFICER);

    assertThat(period.units())
        .extracting(Line::key, Line::label, Line::proposed)
        .containsExactly(
            tuple("5", "Phòng Quản lý Khoa học", 1),
            tuple("8", "Trung tâm Thông tin, Ứng dụng tiến bộ khoa học và công nghệ", 1));
    assertThat(period.campaigns())
        .extracting(Line::label, Line::proposed)
        .containsExactly(tuple("report.unplanned", 1), tuple("Học tập và làm theo Bác", 1));
    assertThat(alone.total().proposed()).isEqualTo(2);
    assertThat(alone.types()).extracting(Line::key).containsExactly("MOVEMENT");
    sumsUp(period);
    sumsUp(alone);
  }

  @Test
  void shouldTellHowLongStepsTookAndWhetherTheyWereOnTime() {
    // the rule of R2 gives five days for a review and ten for a supplement
    var campaign = campaign("A", "Phong trào");
    var first = inCampaign(campaign, "ACCEPTED");
    reports.logged(first, "nomination.checked", "2024-05-01T00:00:00Z");
    reports.decided(first, "return", "Thiếu minh chứng", "2024-05-03T00:00:00Z");
    reports.logged(first, "nomination.supplemented", "2024-05-15T12:00:00Z");
    reports.logged(first, "nomination.checked", "2024-05-16T00:00:00Z");
    reports.decided(first, "accept", null, "2024-05-20T00:00:00Z");
    var second = inCampaign(campaign, "REJECTED");
    reports.logged(second, "nomination.checked", "2024-05-01T00:00:00Z");
    reports.decided(second, "reject", "Chưa đủ", "2024-05-11T00:00:00Z");

    var figures = results.figures(results.scope(campaign, null, null), OFFICER);

    assertThat(step(figures, Step.REVIEW))
        .isEqualTo(new ResultFigures.StepTime(Step.REVIEW, 3, new BigDecimal("4.0"), 3, 2));
    assertThat(step(figures, Step.REVIEW).onTimePercent()).isEqualTo(67);
    assertThat(step(figures, Step.SUPPLEMENT))
        .isEqualTo(new ResultFigures.StepTime(Step.SUPPLEMENT, 1, new BigDecimal("12.5"), 1, 0));
    assertThat(step(figures, Step.BOARD))
        .isEqualTo(new ResultFigures.StepTime(Step.BOARD, 0, null, 0, 0));
    assertThat(figures.reviewed()).isEqualTo(2);
    assertThat(figures.returned()).isEqualTo(1);
    assertThat(figures.returnedPercent()).isEqualTo(50);
    assertThat(figures.returns())
        .extracting("caseId", "reason")
        .containsExactly(tuple(first, "Thiếu minh chứng"));
  }

  @Test
  void shouldTellOpenHoldsAndHowMuchOfACeilingIsUsed() {
    var campaign = campaign("A", "Phong trào");
    reports.jdbc.sql("insert into campaign_quota values (?, 'GK-SO', 3)").param(campaign).update();
    var awarded = inCampaign(campaign, "AWARDED_IN_HOUSE");
    award(awarded, "GK-SO", LocalDate.of(2024, 6, 1));
    var held = inCampaign(campaign, "HOLD");
    reports
        .jdbc
        .sql(
            """
            insert into nomination_hold (id, nomination_id, kind, reason, review_on, held_by_name,
              held_at, ended_at)
            values (uuid(), ?, 'COMPLAINT', 'Đơn chưa giải quyết', '2024-07-01', 'A', utc_timestamp(), null),
              (uuid(), ?, 'COMPLAINT', 'Đã xong', '2024-05-01', 'A', utc_timestamp(), utc_timestamp())""")
        .params(held, held)
        .update();

    var figures = figures();

    assertThat(figures.quotas())
        .containsExactly(
            new ResultFigures.QuotaUse("Phong trào", "Giấy khen của Giám đốc Sở", 3, 1));
    assertThat(figures.holds())
        .extracting("caseId", "reason")
        .containsExactly(tuple(held, "Đơn chưa giải quyết"));
  }

  @Test
  void shouldListTheCasesBehindEveryFigure() {
    var campaign = campaign("A", "Phong trào");
    inCampaign(campaign, "ACCEPTED");
    inCampaign(campaign, "WITHDRAWN");
    save("BK-TINH", "COLLECTIVE", "NOT_PASSED");
    save("BK-TINH", "INDIVIDUAL", "HOLD");
    var scope = results.scope(null, FROM, TO);
    var figures = figures();

    behind(scope, "all", List.of(figures.total()));
    behind(scope, "award", figures.awards());
    behind(scope, "type", figures.types());
    behind(scope, "unit", figures.units());
    behind(scope, "subject", figures.subjects());
    behind(scope, "campaign", figures.campaigns());
    assertThat(cases(scope, "people", "", null)).isEqualTo(3);
    assertThat(cases(scope, "direct", "", null)).isEqualTo(3);
    assertThat(cases(scope, "women", "", "WITHDRAWN")).isEqualTo(1);
    assertThatThrownBy(() -> cases(scope, "nonsense", "", null))
        .isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> cases(scope, "all", "", "' or 1=1"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void shouldBeEmptyWhereNothingHappened() {
    var figures = figures();

    assertThat(figures.total()).isEqualTo(new Line("", "", 0, 0, 0, 0, 0, 0, 0));
    assertThat(figures.awards()).isEmpty();
    assertThat(figures.returnedPercent()).isNull();
    assertThat(results.spreadsheet(results.scope(null, FROM, TO), OFFICER)).isNotEmpty();
  }

  @Test
  void shouldKeepWhatWasIssuedAndTellWhatHasChangedSince() {
    var id = save("GK-SO", "INDIVIDUAL", "OFFICE_REVIEW");
    var scope = results.scope(null, FROM, TO);
    var issued = results.issue(scope, TEXTS, 0, OFFICER);
    reports.jdbc.sql("update nomination set status = 'REJECTED' where id = ?").param(id).update();

    var kept = results.issued(issued, DIRECTOR);

    assertThat(kept.figures().total()).isEqualTo(new Line("", "", 1, 0, 0, 0, 0, 0, 1));
    assertThat(kept.texts()).isEqualTo(TEXTS);
    assertThat(kept.changes())
        .filteredOn(change -> change.table().equals("total"))
        .containsExactly(
            new Results.Change("total", "", "REFUSED", 0, 1),
            new Results.Change("total", "", "OPEN", 1, 0));
    assertThatThrownBy(() -> results.issue(scope, TEXTS, 0, OFFICER))
        .isInstanceOf(ReportRefused.class)
        .hasMessage("issued-meanwhile");
    results.issue(scope, TEXTS, 1, OFFICER);
    assertThat(results.issues(scope, OFFICER))
        .extracting(FormSheet.Issue::number)
        .containsExactly(2, 1);
  }

  @Test
  void shouldRefuseWhatIsNoPeriodOrNoReport() {
    refused("days-missing", () -> results.scope(null, FROM, null));
    refused("period-order", () -> results.scope(null, TO, FROM));
    refused("days-range", () -> results.scope(null, FROM, FROM.plusYears(6)));
    refused("campaign", () -> results.scope(-1L, null, null));
    var scope = results.scope(null, FROM, TO);
    refused(
        "assessment-missing",
        () -> results.issue(scope, new ResultTexts(null, "a", null, null), 0, OFFICER));
    refused(
        "text-long",
        () ->
            results.issue(scope, new ResultTexts("a", "a", "x".repeat(20_001), null), 0, OFFICER));
    assertThatThrownBy(() -> results.issued("no-such-report", OFFICER))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(results.scope(null, null, null))
        .as("the period of this year's reports")
        .isEqualTo(
            new ResultScope(null, null, LocalDate.of(2024, 12, 15), LocalDate.of(2025, 12, 14)));
  }

  @Test
  void shouldLetUnitsReadNothingAndLeadershipIssueNothing() {
    var scope = results.scope(null, FROM, TO);
    assertThatThrownBy(() -> results.figures(scope, HEAD))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> results.cases(scope, "all", "", null, FIRST, HEAD))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> results.issue(scope, TEXTS, 0, DIRECTOR))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(results.figures(scope, DIRECTOR)).isNotNull();
  }

  private void behind(ResultScope scope, String by, List<Line> lines) {
    for (var line : lines) {
      assertThat(cases(scope, by, line.key(), null)).as(by).isEqualTo(line.proposed());
      assertThat(cases(scope, by, line.key(), "AWARDED")).as(by).isEqualTo(line.awarded());
      assertThat(cases(scope, by, line.key(), "REFUSED")).as(by).isEqualTo(line.refused());
      assertThat(cases(scope, by, line.key(), "WITHDRAWN")).as(by).isEqualTo(line.withdrawn());
      assertThat(cases(scope, by, line.key(), "OPEN")).as(by).isEqualTo(line.open());
    }
  }

  private int cases(ResultScope scope, String by, String key, String outcome) {
    return (int) results.cases(scope, by, key, outcome, FIRST, OFFICER).getTotalElements();
  }

  /** The outcomes make up what was proposed, and every table the total. */
  private static void sumsUp(ResultFigures figures) {
    for (var table :
        List.of(
            figures.awards(),
            figures.types(),
            figures.units(),
            figures.subjects(),
            figures.campaigns())) {
      assertThat(table.stream().mapToInt(Line::proposed).sum())
          .isEqualTo(figures.total().proposed());
      assertThat(table.stream().mapToInt(Line::awarded).sum()).isEqualTo(figures.total().awarded());
      for (var line : table) {
        assertThat(
                line.awarded()
                    + line.refused()
                    + line.withdrawn()
                    + line.rolledOver()
                    + line.revoked()
                    + line.open())
            .isEqualTo(line.proposed());
      }
    }
  }

  private ResultFigures figures() {
    return results.figures(results.scope(null, FROM, TO), OFFICER);
  }

  private static ResultFigures.StepTime step(ResultFigures figures, Step step) {
    return figures.steps().stream().filter(one -> one.step() == step).findFirst().orElseThrow();
  }

  private String save(String award, String subject, String status) {
    return reports.submitted(award, subject, status, "2024-05-05T01:00:00Z").save();
  }

  private String inCampaign(long campaign, String status) {
    return reports
        .submitted("GK-SO", "INDIVIDUAL", status, "2024-05-01T00:00:00Z")
        .campaign(campaign)
        .save();
  }

  private void submit(String at) {
    reports.submitted("GK-SO", "INDIVIDUAL", "OFFICE_REVIEW", at).save();
  }

  private long award(String nomination, String award, LocalDate decided) {
    return reports.entered(award, "INDIVIDUAL", nomination, decided);
  }

  private long campaign(String code, String title) {
    reports
        .jdbc
        .sql(
            """
            insert into campaign (code, title, theme, plan_number, plan_date, basis, description,
              opens_at, achievement_from, achievement_to, commendation_type, status)
            values (?, ?, '', '1/KH', '2024-01-10', '', '', '2024-01-10', '2024-01-01',
              '2024-12-31', 'MOVEMENT', 'OPEN')""")
        .params("TEST-" + code, title)
        .update();
    return reports
        .jdbc
        .sql("select id from campaign where code = ?")
        .param("TEST-" + code)
        .query(Long.class)
        .single();
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOf(ReportRefused.class).hasMessage(code);
  }
}
