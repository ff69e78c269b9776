package vn.commendation.campaign;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.award.CommendationType;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;

/** One test per way a campaign can end, on the real engine and with the real Tasklist. */
@LocalPlatformTest
class CampaignProcessIT {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String OFFICE = "chuyenvien";

  @Autowired private Campaigns campaigns;
  @Autowired private CampaignPlanning planning;
  @Autowired private GuidelineRevisions revisions;
  @Autowired private JdbcClient jdbc;

  /** Other tests may have moved it. */
  @Autowired private Clock clock;

  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldArchiveAfterItsDeadlineAndRemindOnTheWay(PlatformClock time) {
    // given
    var id = launched(now().plusDays(2), now().plusDays(20));
    approveGuideline(id);
    awaitStatus(id, CampaignStatus.WAITING);
    assertThat(campaign(id).openAt(clock.instant())).isFalse();

    // when
    moveTo(campaign(id).opensAt(), time);
    awaitStatus(id, CampaignStatus.OPEN);
    assertThat(campaign(id).openAt(clock.instant())).isTrue();
    assertThatProcessInstance(byKey(instance(id))).hasActiveElements("WindowEvents");
    time.advance(Duration.ofDays(7));
    awaitStep(id, "campaign.units-reminded");
    moveTo(campaign(id).closesAt(), time);
    awaitStatus(id, CampaignStatus.REPORT);
    assertThat(campaign(id).closedAt(clock.instant())).isTrue();
    report(id);

    // then
    awaitStatus(id, CampaignStatus.ARCHIVED);
    assertThatProcessInstance(byKey(instance(id)))
        .isCompleted()
        .hasCompletedElementsInOrder(
            "DraftGuideline", "ApproveGuideline", "PublishGuideline", "WindowOpens", "OpenWindow")
        .hasCompletedElements(
            "WindowCloses", "RemindUnits", "CloseWindow", "ResultReport", "EndArchived");
    var details = campaigns.details(id, "qlkh");
    assertThat(details.report().summary()).isEqualTo("Đã triển khai đến mọi đơn vị của Sở.");
    assertThat(details.currentGuideline().decidedBy()).isEqualTo("Nguyễn Văn Hùng");
    assertMailed(id, "qlkh@tayninh.example", "Hướng dẫn khen thưởng");
    assertMailed(id, "ttud@tayninh.example", "Bắt đầu nhận đề nghị");
    assertMailed(id, "qlkh@tayninh.example", "Nhắc đề nghị khen thưởng");
  }

  @Test
  void shouldArchiveWhenClosedByHandWithoutADeadline() {
    var id = launched(today(), null);
    approveGuideline(id);
    awaitStatus(id, CampaignStatus.OPEN);
    assertThatProcessInstance(byKey(instance(id))).hasActiveElements("OpenEndedEvents");

    planning.close(id, version(id), "Đã tổng kết năm", OFFICE);

    assertThat(campaign(id).openAt(clock.instant())).isFalse();
    awaitStatus(id, CampaignStatus.REPORT);
    report(id);
    awaitStatus(id, CampaignStatus.ARCHIVED);
    assertThatProcessInstance(byKey(instance(id)))
        .isCompleted()
        .hasCompletedElements("OpenEndedClosed", "EndArchived")
        .hasNotActivatedElements("WindowCloses");
  }

  @Test
  void shouldStayOpenUntilTheExtendedDeadline(PlatformClock time) {
    var id = launched(today(), now().plusDays(3));
    approveGuideline(id);
    awaitStatus(id, CampaignStatus.OPEN);
    var planned = campaign(id).closesAt();
    assertThatProcessInstance(byKey(instance(id))).hasActiveElements("WindowEvents");

    planning.changeWindow(
        id, version(id), null, now().plusDays(8), "Nhiều đơn vị chưa kịp họp bình xét", OFFICE);
    assertThatProcessInstance(byKey(instance(id)))
        .hasCompletedElements("ReadWindow")
        .hasActiveElements("WindowEvents");
    moveTo(planned, time);
    assertThat(campaign(id).openAt(clock.instant())).isTrue();
    assertThatProcessInstance(byKey(instance(id))).hasActiveElements("WindowEvents");
    moveTo(campaign(id).closesAt(), time);

    awaitStatus(id, CampaignStatus.REPORT);
    assertThatProcessInstance(byKey(instance(id)))
        .hasCompletedElements("WindowChanged", "WindowCloses")
        .hasActiveElements("ResultReport");
  }

  @Test
  void shouldReturnAGuidelineToTheOfficeAndKeepEveryVersion() {
    var id = launched(today(), null);
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);

    draft(id, OFFICE, "Bản thứ nhất của hướng dẫn khen thưởng");
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    approve(id, "phogiamdoc", Map.of("decision", "return", "reason", "Làm rõ đối tượng"));
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    draft(id, "chanhvp", "Bản thứ hai của hướng dẫn khen thưởng");
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    assertThat(campaign(id).openAt(clock.instant())).isFalse();
    approve(id, "giamdoc", Map.of("decision", "approve"));

    awaitStatus(id, CampaignStatus.OPEN);
    assertThatProcessInstance(byKey(instance(id))).hasCompletedElement("ApproveGuideline", 2);
    assertThat(campaigns.details(id, OFFICE).guidelines())
        .extracting(Guideline::number, Guideline::outcome, Guideline::decidedBy)
        .containsExactly(
            tuple(2, "APPROVED", "Nguyễn Văn Hùng"), tuple(1, "RETURNED", "Đặng Thị Phương"));
    assertThat(campaigns.details(id, "qlkh").guidelines()).hasSize(1);
  }

  @Test
  void shouldReviseAPublishedGuidelineWithoutMovingTheWindow() {
    // given
    var id = launched(today(), now().plusDays(30));
    approveGuideline(id);
    awaitStatus(id, CampaignStatus.OPEN);
    var before = campaign(id);

    // when
    revisions.request(id, version(id), "Bổ sung đối tượng", OFFICE);
    tasklist.awaitVariable(
        OFFICE, instance(id), "ReviseGuideline", "guidelineText", "người trực tiếp công tác");
    tasklist.intrude(
        "qlkh", instance(id), "ReviseGuideline", Map.of("guidelineText", "Tự ý sửa hướng dẫn"));
    awaitDenials(id, 1);
    tasklist.complete(
        OFFICE, instance(id), "ReviseGuideline", Map.of("guidelineText", "Bản sửa đổi lần một"));
    tasklist.complete(
        "phogiamdoc",
        instance(id),
        "ApproveRevision",
        Map.of("decision", "return", "reason", "Nêu rõ đối tượng"));
    tasklist.awaitVariable(
        OFFICE, instance(id), "ReviseGuideline", "guidelineText", "Bản sửa đổi lần một");
    assertThat(campaigns.details(id, "qlkh").currentGuideline().number()).isEqualTo(1);
    tasklist.complete(
        OFFICE, instance(id), "ReviseGuideline", Map.of("guidelineText", "Bản sửa đổi lần hai"));
    tasklist.complete("giamdoc", instance(id), "ApproveRevision", Map.of("decision", "approve"));
    awaitStep(id, "campaign.revision-published");

    // then the new version is in force, the older stays readable, the window is untouched
    assertThat(campaigns.details(id, "qlkh").guidelines())
        .extracting(Guideline::number, Guideline::content)
        .containsExactly(
            tuple(3, "Bản sửa đổi lần hai"),
            tuple(1, "Khen thưởng kịp thời người trực tiếp công tác"));
    assertThat(campaign(id)).isEqualTo(before);
    assertThatProcessInstance(byKey(instance(id)))
        .hasCompletedElements("PublishRevision", "GuidelineRevision")
        .hasActiveElements("WindowEvents");
    assertMailed(id, "qlkh@tayninh.example", "Sửa đổi hướng dẫn khen thưởng");

    // and a revision that is still being drafted ends with the window
    revisions.request(id, version(id), "Bổ sung hồ sơ", OFFICE);
    tasklist.awaitVariable(
        OFFICE, instance(id), "ReviseGuideline", "guidelineText", "Bản sửa đổi lần hai");
    planning.close(id, version(id), "Đã tổng kết năm", OFFICE);
    awaitStatus(id, CampaignStatus.REPORT);
    assertThatProcessInstance(byKey(instance(id)))
        .hasCompletedElements("EndRevisionDropped")
        .hasActiveElements("ResultReport");
    report(id);
    awaitStatus(id, CampaignStatus.ARCHIVED);
    assertThatProcessInstance(byKey(instance(id))).isCompleted();
  }

  @Test
  void shouldEndWhenTheOfficeCancels() {
    var id = launched(today(), now().plusDays(30));
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    var instance = instance(id);

    planning.cancel(id, version(id), "Cấp trên dừng phong trào", OFFICE);

    assertThatProcessInstance(byKey(instance))
        .isCompleted()
        .hasCompletedElements("EndCancelled")
        .hasTerminatedElements("DraftGuideline");
    awaitStep(id, "campaign.ended");
    assertThat(campaigns.details(id, "qlkh").status()).isEqualTo(CampaignStatus.CANCELLED);
    assertThat(campaign(id).closedAt(clock.instant())).isTrue();
  }

  @Test
  void shouldReopenATaskThatSomebodyCompletesWhoMayNot() {
    var id = launched(today(), null);
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);

    tasklist.intrude(
        "qlkh",
        instance(id),
        "DraftGuideline",
        Map.of("guidelineText", "Trưởng phòng tự soạn hướng dẫn"));
    awaitDenials(id, 1);
    draft(id, OFFICE, "Văn phòng soạn hướng dẫn khen thưởng");
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    tasklist.intrude(OFFICE, instance(id), "ApproveGuideline", Map.of("decision", "approve"));
    awaitDenials(id, 2);
    approve(id, "giamdoc", Map.of("decision", "return", "reason", "  "));
    awaitDenials(id, 3);

    assertThatProcessInstance(byKey(instance(id)))
        .hasCompletedElements("GuidelineDraftDenied", "GuidelineApprovalDenied")
        .hasActiveElements("ApproveGuideline");
    assertThat(campaigns.details(id, OFFICE).timeline())
        .filteredOn(entry -> entry.action().equals("campaign.decision-denied"))
        .extracting(TimelineEntry::who, TimelineEntry::reason)
        .containsExactly(
            tuple(
                "Trần Thị Thanh Hòa", "Trần Thị Thanh Hòa không có thẩm quyền thực hiện bước này."),
            tuple("Phạm Thị Minh Thư", "Phạm Thị Minh Thư không có thẩm quyền thực hiện bước này."),
            tuple("Nguyễn Văn Hùng", "Phải nêu lý do trả lại."));
    assertThat(campaigns.details(id, OFFICE).guidelines()).hasSize(1);
  }

  @Test
  void shouldGiveARunningCampaignItsProcessWithoutClosingIt() {
    var id = launched(today(), null);
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    planning.cancel(id, version(id), "Chỉ mượn kế hoạch", OFFICE);
    var older = withoutProcess(id);
    assertThat(campaign(older).openAt(clock.instant())).isTrue();

    planning.start(older, version(older), OFFICE);

    assertThat(campaign(older).openAt(clock.instant())).isTrue();
    awaitStatus(older, CampaignStatus.OPEN);
    assertThatProcessInstance(byKey(instance(older)))
        .hasNotActivatedElements("DraftGuideline")
        .hasActiveElements("OpenEndedEvents");
  }

  /** A campaign as it was before campaigns had processes, with a guideline published since. */
  private long withoutProcess(long pattern) {
    var code = "CU-" + System.nanoTime();
    jdbc.sql(
            """
            insert into campaign
              (code, title, theme, plan_number, plan_date, basis, description, opens_at,
               achievement_from, achievement_to, commendation_type, guideline_published_at)
            select ?, title, theme, plan_number, plan_date, basis, description, opens_at,
              achievement_from, achievement_to, commendation_type, opens_at
            from campaign where id = ?""")
        .params(code, pattern)
        .update();
    return jdbc.sql("select id from campaign where code = ?")
        .param(code)
        .query(Long.class)
        .single();
  }

  private long launched(LocalDateTime opensAt, LocalDateTime closesAt) {
    var year = LocalDate.now(clock).getYear();
    var id =
        planning.create(
            new CampaignForm(
                0,
                "IT-%d-%d".formatted(System.nanoTime(), NEXT.incrementAndGet()),
                "Phong trào thi đua chuyên đề",
                "Chuyên đề năm",
                "05/KH-SKHCN",
                LocalDate.now(clock),
                "Công văn của Hội đồng tỉnh",
                "Kịp thời biểu dương, khen thưởng",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                CommendationType.MOVEMENT,
                opensAt,
                closesAt,
                null,
                Set.of("GK-SO"),
                Map.of("GK-SO", 10),
                Set.of(5L, 8L),
                null),
            OFFICE);
    planning.launch(id, version(id), OFFICE);
    return id;
  }

  private void approveGuideline(long id) {
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    draft(id, OFFICE, "Khen thưởng kịp thời người trực tiếp công tác");
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    approve(id, "giamdoc", Map.of("decision", "approve"));
  }

  private void draft(long id, String username, String text) {
    tasklist.complete(username, instance(id), "DraftGuideline", Map.of("guidelineText", text));
  }

  private void approve(long id, String username, Map<String, Object> entered) {
    tasklist.complete(username, instance(id), "ApproveGuideline", entered);
  }

  private void report(long id) {
    tasklist.complete(
        "chanhvp",
        instance(id),
        "ResultReport",
        Map.of(
            "reportSummary",
            "Đã triển khai đến mọi đơn vị của Sở.",
            "reportExamples",
            "Phòng Quản lý Khoa học",
            "reportProposals",
            "Tiếp tục phong trào năm sau"));
  }

  private void moveTo(Instant instant, PlatformClock time) {
    time.advance(Duration.between(clock.instant(), instant).plusMinutes(1));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  private LocalDateTime today() {
    return LocalDate.now(clock).atStartOfDay();
  }

  private Campaign campaign(long id) {
    return campaigns.find(id).orElseThrow();
  }

  private int version(long id) {
    return jdbc.sql("select version from campaign where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private void awaitStatus(long id, CampaignStatus expected) {
    await()
        .untilAsserted(
            () -> assertThat(campaigns.details(id, OFFICE).status()).isEqualTo(expected));
  }

  private void awaitStep(long id, String action) {
    await()
        .untilAsserted(
            () ->
                assertThat(campaigns.details(id, OFFICE).timeline())
                    .extracting(TimelineEntry::action)
                    .contains(action));
  }

  private void awaitDenials(long id, int expected) {
    await()
        .untilAsserted(
            () ->
                assertThat(campaigns.details(id, OFFICE).timeline())
                    .filteredOn(entry -> entry.action().equals("campaign.decision-denied"))
                    .hasSize(expected));
  }

  private long instance(long id) {
    return stored.instance("campaign", id);
  }

  private void assertMailed(long id, String recipient, String subject) {
    stored.awaitMail(recipient, subject, campaign(id).code());
  }
}
