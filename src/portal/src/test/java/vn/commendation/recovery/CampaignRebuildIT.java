package vn.commendation.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.award.CommendationType;
import vn.commendation.campaign.CampaignForm;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.CampaignStatus;
import vn.commendation.campaign.Campaigns;
import vn.commendation.campaign.GuidelineFlow;
import vn.commendation.campaign.GuidelineRevisions;
import vn.commendation.campaign.TaskDecision;
import vn.commendation.facts.AwardGiven;
import vn.commendation.facts.AwardHistory;
import vn.commendation.nomination.Tasklist;
import vn.commendation.platform.LocalPlatform;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.platform.PlatformClock;
import vn.commendation.platform.Stored;
import vn.commendation.revocation.RevocationCause;
import vn.commendation.revocation.RevocationProposal;
import vn.commendation.revocation.Revocations;

/** A campaign loses its instance at every step, with a revision beside it; so does a revocation. */
@LocalPlatformTest
@Tag("reliability")
class CampaignRebuildIT {

  private static final String PROCESS = "campaign";
  private static final String OFFICE = "chuyenvien";

  @Autowired private ApplicationContext application;
  @Autowired private CampaignPlanning planning;
  @Autowired private Campaigns campaigns;
  @Autowired private GuidelineRevisions revisions;
  @Autowired private GuidelineFlow guidelines;
  @Autowired private Revocations revocations;
  @Autowired private AwardHistory history;
  @Autowired private AuditTrail audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Clock clock;

  private Losses losses;
  private Tasklist tasklist;
  private Stored stored;

  @BeforeEach
  void prepare(LocalPlatform platform) {
    losses = new Losses(application);
    tasklist = new Tasklist(platform);
    stored = new Stored(jdbc);
  }

  @Test
  void shouldGoOnFromEveryStepToTheReport(PlatformClock time) {
    var id = launched(now().plusDays(2), now().plusDays(20));
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    losses.loseAndRebuild(PROCESS, subject(id));
    draft(id);
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    losses.loseAndRebuild(PROCESS, subject(id));
    approve(id);
    awaitStatus(id, CampaignStatus.WAITING);
    losses.loseAndRebuild(PROCESS, subject(id));
    moveTo(campaigns.find(id).orElseThrow().opensAt(), time);
    awaitStatus(id, CampaignStatus.OPEN);
    losses.loseAndRebuild(PROCESS, subject(id));

    // a revision beside the window, asked for while the instance is away
    losses.lose(PROCESS, subject(id));
    revisions.request(id, version(id), "Bổ sung đối tượng", OFFICE);
    losses.rebuild(PROCESS, subject(id));
    losses.awaitRight(PROCESS, subject(id));
    losses.loseAndRebuild(PROCESS, subject(id));
    tasklist.complete(
        OFFICE, instance(id), "ReviseGuideline", Map.of("guidelineText", "Bản sửa đổi lần một"));
    await().until(() -> actions(id).contains("campaign.revision-drafted"));
    losses.loseAndRebuild(PROCESS, subject(id));
    tasklist.complete("giamdoc", instance(id), "ApproveRevision", Map.of("decision", "approve"));
    await().until(() -> actions(id).contains("campaign.revision-published"));
    losses.awaitRight(PROCESS, subject(id));

    // another one, which ends with the window
    revisions.request(id, version(id), "Bổ sung hồ sơ", OFFICE);
    losses.loseAndRebuild(PROCESS, subject(id));
    time.advance(Duration.ofDays(7));
    await().until(() -> actions(id).contains("campaign.units-reminded"));
    moveTo(campaigns.find(id).orElseThrow().closesAt(), time);
    awaitStatus(id, CampaignStatus.REPORT);
    losses.loseAndRebuild(PROCESS, subject(id));
    report(id);
    awaitStatus(id, CampaignStatus.ARCHIVED);
    losses.awaitEnd(PROCESS, subject(id));
    assertThat(actions(id))
        .containsOnlyOnce(
            "campaign.guideline-drafted",
            "campaign.guideline-approved",
            "campaign.guideline-published",
            "campaign.window-opened",
            "campaign.revision-published",
            "campaign.revision-dropped",
            "campaign.window-closed",
            "campaign.result-reported",
            "campaign.report-published",
            "campaign.ended");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldHearWhatWasDecidedWhileItsInstanceWasAway(boolean closed) {
    var id = launched(LocalDate.now(clock).atStartOfDay(), null);
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    draft(id);
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    losses.lose(PROCESS, subject(id));
    transaction.executeWithoutResult(
        inside -> guidelines.recordApproval(id, new TaskDecision("giamdoc", "approve", null)));
    losses.rebuild(PROCESS, subject(id));
    awaitStatus(id, CampaignStatus.OPEN);
    losses.lose(PROCESS, subject(id));
    if (closed) {
      planning.close(id, version(id), "Đã tổng kết năm", OFFICE);
    } else {
      planning.cancel(id, version(id), "Cấp trên dừng phong trào", OFFICE);
    }

    losses.rebuild(PROCESS, subject(id));

    if (closed) {
      awaitStatus(id, CampaignStatus.REPORT);
      losses.awaitRight(PROCESS, subject(id));
      planning.cancel(id, version(id), "Cấp trên dừng phong trào", OFFICE);
    }
    losses.awaitEnd(PROCESS, subject(id));
    assertThat(actions(id)).containsOnlyOnce("campaign.guideline-published", "campaign.ended");
  }

  @Test
  void shouldChangeTheWindowOfARebuiltCampaign() {
    var id = launched(LocalDate.now(clock).atStartOfDay(), null);
    awaitStatus(id, CampaignStatus.GUIDELINE_DRAFT);
    draft(id);
    awaitStatus(id, CampaignStatus.GUIDELINE_APPROVAL);
    approve(id);
    awaitStatus(id, CampaignStatus.OPEN);
    losses.loseAndRebuild(PROCESS, subject(id));

    planning.changeWindow(id, version(id), null, now().plusDays(8), "Chốt thời hạn", OFFICE);
    losses.awaitRight(PROCESS, subject(id));
    planning.close(id, version(id), "Đã tổng kết năm", OFFICE);

    awaitStatus(id, CampaignStatus.REPORT);
    losses.awaitRight(PROCESS, subject(id));
  }

  @Test
  void shouldRevokeFromEveryStep() {
    var award =
        history.add(
            new AwardGiven(
                0,
                36L,
                8,
                "Người được khen " + System.nanoTime(),
                "LDTT",
                2011,
                LocalDate.of(2011, 1, 1),
                LocalDate.of(2011, 12, 31),
                "77-" + System.nanoTime(),
                LocalDate.of(2012, 1, 5),
                "Giám đốc Sở",
                null,
                null));
    var id = UUID.randomUUID().toString();
    revocations.propose(
        new RevocationProposal(
            id, award, RevocationCause.LATER_CONCLUSION, "Theo kết luận thanh tra", "12/KL-TTr"),
        OFFICE);
    awaitRevocation(id, "DECISION");
    losses.loseAndRebuild("revocation", id);
    tasklist.complete(
        "giamdoc",
        stored.instance("revocation", id),
        "RevocationDecision",
        Map.of("decision", "revoke", "reason", "Có căn cứ"));
    awaitRevocation(id, "NUMBER");
    losses.loseAndRebuild("revocation", id);
    tasklist.complete(
        "vanthu",
        stored.instance("revocation", id),
        "RegisterRevocationNumber",
        Map.of("date", LocalDate.now(clock).toString()));
    awaitRevocation(id, "REVOKED");
    losses.awaitEnd("revocation", id);
    assertThat(audit.of(id))
        .extracting(AuditEntry::action)
        .containsExactly(
            "revocation.proposed",
            "revocation.prepared",
            "revocation.approved",
            "document.registered",
            "revocation.carried-out");
  }

  private void awaitRevocation(String id, String status) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("select status from revocation where id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo(status));
  }

  private List<String> actions(long id) {
    return audit.of(subject(id)).stream().map(AuditEntry::action).toList();
  }

  private static String subject(long id) {
    return "campaign-" + id;
  }

  private long launched(LocalDateTime opensAt, LocalDateTime closesAt) {
    var year = LocalDate.now(clock).getYear();
    var id =
        planning.create(
            new CampaignForm(
                0,
                "RB-" + System.nanoTime(),
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

  private void draft(long id) {
    tasklist.complete(
        OFFICE,
        instance(id),
        "DraftGuideline",
        Map.of("guidelineText", "Khen thưởng kịp thời người trực tiếp công tác"));
  }

  private void approve(long id) {
    tasklist.complete("giamdoc", instance(id), "ApproveGuideline", Map.of("decision", "approve"));
  }

  private void report(long id) {
    tasklist.complete(
        "chanhvp",
        instance(id),
        "ResultReport",
        Map.of(
            "reportSummary", "Đã triển khai đến mọi đơn vị của Sở.",
            "reportExamples", "Phòng Quản lý Khoa học",
            "reportProposals", "Tiếp tục phong trào năm sau"));
  }

  private void moveTo(Instant instant, PlatformClock time) {
    time.advance(Duration.between(clock.instant(), instant).plusMinutes(1));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock);
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

  private long instance(long id) {
    return stored.instance("campaign", id);
  }
}
