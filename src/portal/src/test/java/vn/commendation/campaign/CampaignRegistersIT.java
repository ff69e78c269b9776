package vn.commendation.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.Directory;
import vn.commendation.platform.LocalPlatformTest;
import vn.commendation.storage.Upload;
import vn.commendation.work.WaitingWork;

/** What the registers of a campaign keep on the real database. */
@LocalPlatformTest
class CampaignRegistersIT {

  private static final long PLAN_2022 = 1;
  private static final String OFFICE = "chuyenvien";
  private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.ISO_8859_1);

  @Autowired private Campaigns campaigns;
  @Autowired private CampaignPlanning planning;
  @Autowired private StudyLibrary library;
  @Autowired private Inspections inspections;
  @Autowired private NominationCounts counts;
  @Autowired private CampaignWork work;
  @Autowired private Directory directory;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void shouldKeepThePlanOf2022RunningAndThatOf2021Archived() {
    assertThat(campaigns.find(PLAN_2022).orElseThrow().openAt(clock.instant())).isTrue();
    assertThat(campaigns.details(PLAN_2022, "qlkh").currentGuideline().number()).isEqualTo(2);
    assertThat(campaigns.details(2, "qlkh").status()).isEqualTo(CampaignStatus.ARCHIVED);
  }

  @Test
  void shouldCountAnAcknowledgementOnce() {
    var id = draft(plan(Map.of("GK-SO", 3)));
    launch(id);
    library.add(id, document("Kết luận số 21-KL/TW", ""), null, OFFICE);
    library.add(id, document("Chỉ thị số 08-CT/TU", "https://example.org/08"), null, OFFICE);
    var documents = library.documents(id, "qlkh");

    library.acknowledge(id, documents.getFirst().id(), 1, "qlkh");
    library.acknowledge(id, documents.getFirst().id(), 1, "qlkh");

    assertThat(library.documents(id, "qlkh"))
        .extracting(document -> document.acknowledgedAt() != null)
        .containsExactly(true, false);
    assertThat(library.readings(id, OFFICE))
        .extracting(UnitReading::staff, UnitReading::acknowledged, UnitReading::complete)
        .containsExactly(tuple(5, 1, 0), tuple(8, 0, 0));
    assertThat(library.readings(id, "qlkh")).isEmpty();

    library.remove(id, documents.getLast().id(), OFFICE);

    assertThat(library.readings(id, OFFICE))
        .extracting(UnitReading::acknowledged, UnitReading::complete, UnitReading::percent)
        .containsExactly(tuple(1, 1, 20), tuple(0, 0, 0));
    assertThatThrownBy(() -> library.acknowledge(id, documents.getLast().id(), 1, "qlkh"))
        .isInstanceOf(CampaignNotFound.class);
  }

  @Test
  void shouldKeepAnAcknowledgementWithTheVersionThatWasRead() {
    // given a document with a file that one person has read
    var id = draft(plan(Map.of()));
    launch(id);
    library.add(id, document("Kết luận số 21-KL/TW", ""), pdf("ban-1.pdf"), OFFICE);
    var document = library.documents(id, "qlkh").getFirst().id();
    assertThat(library.file(id, document, 1, "qlkh").name()).isEqualTo("ban-1.pdf");
    library.acknowledge(id, document, 1, "qlkh");
    assertThat(library.unreadIn(List.of(id), directory.account("qlkh"))).isEmpty();

    // when the Office replaces the file
    library.replace(id, document, 1, pdf("ban-2.pdf"), OFFICE);

    // then the new version is to be read, and the old one stays read
    assertThat(library.documents(id, "qlkh").getFirst().versions())
        .extracting(
            StudyVersion::number,
            version -> version.file().name(),
            version -> version.acknowledgedAt() != null)
        .containsExactly(tuple(2, "ban-2.pdf", false), tuple(1, "ban-1.pdf", true));
    assertThat(library.readings(id, OFFICE)).extracting(UnitReading::acknowledged).containsOnly(0);
    assertThat(library.unreadIn(List.of(id), directory.account("qlkh"))).containsExactly(id);
    assertThat(library.file(id, document, 1, "ttud").name()).isEqualTo("ban-1.pdf");
    assertThat(library.file(id, document, 2, "ttud").content()).isEqualTo(PDF);

    // and nobody acknowledges or replaces what was not on the page
    assertThatThrownBy(() -> library.acknowledge(id, document, 1, "ttud"))
        .isInstanceOf(CampaignConflict.class);
    assertThatThrownBy(() -> library.replace(id, document, 1, pdf("ban-3.pdf"), OFFICE))
        .isInstanceOf(CampaignConflict.class);
    library.acknowledge(id, document, 2, "qlkh");
    assertThat(library.readings(id, OFFICE))
        .extracting(UnitReading::acknowledged)
        .containsExactly(1, 0);
  }

  @Test
  void shouldTakeOneOfTwoFilesAtOnceAndNoneThatIsDisguised() throws Exception {
    var id = draft(plan(Map.of()));
    library.add(id, document("Chỉ thị số 08-CT/TU", ""), null, OFFICE);
    var document = library.documents(id, OFFICE).getFirst().id();

    var failures = atOnce(() -> library.replace(id, document, 1, pdf("moi.pdf"), OFFICE), 4);

    assertThat(failures).hasSize(3).allMatch(CampaignConflict.class::isInstance);
    assertThat(library.documents(id, OFFICE).getFirst().versions())
        .extracting(StudyVersion::number, version -> version.file() != null)
        .containsExactly(tuple(2, true), tuple(1, false));
    for (var refused : List.of("anh.png", "van-ban.docx", "khong-duoi")) {
      assertThatThrownBy(() -> library.add(id, document("Tài liệu", ""), pdf(refused), OFFICE))
          .isInstanceOf(CampaignRefused.class);
    }
    assertThat(library.documents(id, OFFICE)).hasSize(1);
    assertThatThrownBy(() -> library.file(id, document, 2, "qlkh"))
        .isInstanceOf(CampaignNotFound.class);
    assertThatThrownBy(() -> library.file(id, document, 1, OFFICE))
        .isInstanceOf(CampaignNotFound.class);
  }

  @Test
  void shouldCarryAnInspectionFromItsFindingsToItsConclusion() {
    var id = draft(plan(Map.of()));
    launch(id);
    var today = LocalDate.now(clock);
    inspections.record(
        id, new InspectionForm(5L, today, "Tổ kiểm tra", "Chậm triển khai", today), OFFICE);
    assertThat(steps("qlkh")).contains("campaign-step.answer-inspection");
    assertThat(steps("ttud")).doesNotContain("campaign-step.answer-inspection");

    var found = inspections.of(id, "qlkh").getFirst();
    inspections.answer(id, found.id(), found.version(), "Đã khắc phục", "qlkh");
    assertThatThrownBy(() -> inspections.close(id, found.id(), found.version(), "Đạt", OFFICE))
        .isInstanceOf(CampaignConflict.class);
    var answered = inspections.of(id, OFFICE).getFirst();
    assertThat(steps(OFFICE)).contains("campaign-step.close-inspection");
    inspections.close(id, answered.id(), answered.version(), "Đạt yêu cầu", OFFICE);

    assertThat(inspections.of(id, "qlkh"))
        .extracting(Inspection::answer, Inspection::conclusion, Inspection::mayAnswer)
        .containsExactly(tuple("Đã khắc phục", "Đạt yêu cầu", false));
    assertThat(inspections.of(id, "ttud")).isEmpty();
    assertThat(campaigns.details(id, OFFICE).timeline())
        .extracting(TimelineEntry::action)
        .contains(
            "campaign.inspection-recorded",
            "campaign.inspection-answered",
            "campaign.inspection-closed");
  }

  @Test
  void shouldKeepAnEditedPlan() {
    var id = draft(plan(Map.of("GK-SO", 3)));
    var shown = planning.form(id, OFFICE);
    assertThat(shown.ceilings()).isEqualTo(Map.of("GK-SO", 3));

    planning.edit(
        id, copy(shown, shown.version(), Set.of("BK-TINH"), Map.of("BK-TINH", 1)), OFFICE);

    var edited = planning.form(id, OFFICE);
    assertThat(edited.awardCodes()).isEqualTo(Set.of("BK-TINH"));
    assertThat(edited.ceilings()).isEqualTo(Map.of("BK-TINH", 1));
    assertThat(edited.unitIds()).isEqualTo(Set.of(5L, 8L));
    assertThatThrownBy(
            () -> planning.edit(id, copy(shown, shown.version(), Set.of(), Map.of()), OFFICE))
        .isInstanceOf(CampaignConflict.class);
    assertThatThrownBy(() -> campaigns.details(id, "qlkh")).isInstanceOf(CampaignNotFound.class);
  }

  @Test
  void shouldLetOneOfTwoPeopleAtOnceLaunch() throws Exception {
    var id = draft(plan(Map.of()));
    var version = planning.form(id, OFFICE).version();

    var failures = atOnce(() -> planning.launch(id, version, OFFICE), 4);

    assertThat(failures).hasSize(3).allMatch(CampaignConflict.class::isInstance);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from engine_command
                    where message_name = 'campaign-launched' and business_id = ?""")
                .param(CampaignEntity.subject(id))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void shouldGiveACodeToOneOfTwoPlansAtOnce() throws Exception {
    var plan = plan(Map.of());

    var failures = atOnce(() -> planning.create(plan, OFFICE), 4);

    assertThat(failures).hasSize(3).allMatch(CampaignRefused.class::isInstance);
  }

  @Test
  void shouldCountWhatWasNominated() {
    // late nominations of other tests have come from other units, and went on elsewhere
    assertThat(counts.submittedByUnit(2)).containsEntry(2L, 2);
    assertThat(counts.byStatus(2))
        .containsAllEntriesOf(Map.of("AWARDED_IN_HOUSE", 1L, "REJECTED", 1L));
    assertThat(counts.figures(2))
        .filteredOn(figure -> figure.unit().equals("Văn phòng Sở"))
        .extracting(
            NominationCounts.Figure::unit,
            NominationCounts.Figure::nominated,
            NominationCounts.Figure::awarded,
            NominationCounts.Figure::refused)
        .containsExactly(tuple("Văn phòng Sở", 1, 1, 0), tuple("Văn phòng Sở", 1, 0, 1));
  }

  private List<String> steps(String username) {
    return work.waitingFor(directory.account(username)).stream().map(WaitingWork::step).toList();
  }

  private static List<Throwable> atOnce(Runnable action, int people) throws Exception {
    var barrier = new CyclicBarrier(people);
    Callable<Throwable> attempt =
        () -> {
          barrier.await();
          return catchThrowable(action::run);
        };
    try (var threads = Executors.newFixedThreadPool(people)) {
      var failures = new ArrayList<Throwable>();
      for (var result : threads.invokeAll(Collections.nCopies(people, attempt))) {
        failures.add(result.get());
      }
      failures.removeIf(Objects::isNull);
      return failures;
    }
  }

  private long draft(CampaignForm plan) {
    return planning.create(plan, OFFICE);
  }

  private void launch(long id) {
    planning.launch(id, planning.form(id, OFFICE).version(), OFFICE);
  }

  private CampaignForm plan(Map<String, Integer> ceilings) {
    var today = LocalDate.now(clock);
    return new CampaignForm(
        0,
        "SO-" + System.nanoTime(),
        "Phong trào thi đua chuyên đề",
        "Chuyên đề năm",
        "05/KH-SKHCN",
        today,
        "Công văn của Hội đồng tỉnh",
        "Kịp thời biểu dương, khen thưởng",
        today.withDayOfYear(1),
        today,
        CommendationType.MOVEMENT,
        today.atStartOfDay(),
        null,
        null,
        Set.of("GK-SO"),
        ceilings,
        Set.of(5L, 8L),
        null);
  }

  private static CampaignForm copy(
      CampaignForm plan, int version, Set<String> awards, Map<String, Integer> ceilings) {
    return new CampaignForm(
        version,
        plan.code(),
        plan.title(),
        plan.theme(),
        plan.planNumber(),
        plan.planDate(),
        plan.basis(),
        plan.description(),
        plan.achievementFrom(),
        plan.achievementTo(),
        plan.type(),
        plan.opensAt(),
        plan.closesAt(),
        plan.reportDueOn(),
        awards,
        ceilings,
        plan.unitIds(),
        plan.text());
  }

  private static Upload pdf(String name) {
    return new Upload(name, new ByteArrayInputStream(PDF));
  }

  private static StudyDocumentForm document(String title, String link) {
    return new StudyDocumentForm(title, "", null, "Tỉnh ủy", link);
  }
}
