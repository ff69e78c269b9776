package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static vn.commendation.nomination.NominationTest.HEAD;
import static vn.commendation.nomination.NominationTest.NOMINATOR;
import static vn.commendation.nomination.NominationTest.NOMINEE;
import static vn.commendation.nomination.NominationTest.UNIT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.commendation.award.Award;
import vn.commendation.award.AwardKind;
import vn.commendation.award.AwardSubject;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;

class SubmissionCheckTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant OPENS = Instant.parse("2022-05-29T17:00:00Z");
  private static final Instant CLOSES = Instant.parse("2022-09-30T10:00:00Z");
  private static final Instant NOW = Instant.parse("2022-06-06T02:00:00Z");
  private static final String REPORT = "Sáng kiến cải tiến quy trình tiếp nhận hồ sơ. ".repeat(3);

  private final Campaigns campaigns = mock(Campaigns.class);
  private final Awards awards = mock(Awards.class);
  private final Directory directory = mock(Directory.class);
  private final CaseRules rules = mock(CaseRules.class);
  private final Duplicates duplicates = mock(Duplicates.class);
  private final EvidenceStore evidence = mock(EvidenceStore.class);
  private final SubmissionCheck check =
      new SubmissionCheck(
          campaigns, awards, directory, rules, duplicates, evidence, Clock.fixed(NOW, ZONE));

  @BeforeEach
  void theWorldIsInOrder() {
    when(campaigns.find(1)).thenReturn(Optional.of(campaign()));
    when(awards.find("GK-SO")).thenReturn(Optional.of(award("GK-SO", AwardSubject.BOTH)));
    when(awards.find("TTLDTT")).thenReturn(Optional.of(award("TTLDTT", AwardSubject.COLLECTIVE)));
    when(awards.find("LDTT")).thenReturn(Optional.of(award("LDTT", AwardSubject.INDIVIDUAL)));
    when(rules.ruleOf(any())).thenReturn(Optional.of(Rule.of("GK-SO")));
    when(rules.setOf(any())).thenReturn(Rule.SET);
    when(directory.person(NOMINEE.id())).thenReturn(Optional.of(NOMINEE));
    when(directory.person(HEAD.id())).thenReturn(Optional.of(HEAD));
    when(directory.unit(UNIT.id())).thenReturn(Optional.of(UNIT));
  }

  @Test
  void shouldPassACompleteNomination() {
    assertThat(problems(new FormBuilder(), NOW)).isEmpty();
  }

  @Test
  void shouldPassACollectiveNomination() {
    var form = new FormBuilder();
    form.kind = SubjectKind.COLLECTIVE;
    form.personId = null;
    form.award = "TTLDTT";

    assertThat(problems(form, NOW)).isEmpty();
  }

  /** The window of the campaign: from 30/5/2022 00:00 until before 30/9/2022 17:00 in Vietnam. */
  @ParameterizedTest
  @CsvSource({
    "2022-05-29T23:59:59.999+07:00, false, campaign.not-open-yet",
    "2022-05-29T23:59:59.999+07:00, true,  campaign.not-open-yet",
    "2022-05-30T00:00:00+07:00,     false, ",
    "2022-09-30T16:59:00+07:00,     false, ",
    "2022-09-30T16:59:59.999+07:00, false, ",
    "2022-09-30T17:00:00+07:00,     false, campaign.closed",
    "2022-09-30T17:00:00+07:00,     true,  ",
    "2022-10-01T00:00:00+07:00,     false, campaign.closed",
    "2022-10-01T00:00:00+07:00,     true,  ",
  })
  void shouldKeepTheWindowToItsLastInstant(
      OffsetDateTime at, boolean saysWhyLate, String expected) {
    var form = with(f -> f.lateReason = saysWhyLate ? "Chờ kết luận của cấp ủy" : null);

    assertThat(problems(form, at.toInstant()))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void shouldKnowNoWindowOutsideEveryCampaign() {
    var form =
        with(
            f -> {
              f.campaignId = null;
              f.award = "LDTT";
              f.from = LocalDate.of(2021, 12, 31);
            });

    assertThat(problems(form, NOW)).isEmpty();
  }

  @Test
  void shouldRefuseAnAwardWithoutARule() {
    when(rules.ruleOf(any())).thenReturn(Optional.empty());

    assertThat(problems(new FormBuilder(), NOW)).containsExactly("award.no-rule");
  }

  @Test
  void shouldMeasureTheWindowByTheFirstSubmissionAndNotBySupplements() {
    var nomination = draft(new FormBuilder(), NOW);
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.moveTo(NominationStatus.SUPPLEMENT, null, NOW);

    assertThat(check.beforeSubmission(nomination, NOMINATOR, CLOSES.plusSeconds(3600))).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownCampaign() {
    var form = new FormBuilder();
    form.campaignId = 404L;
    when(campaigns.find(404)).thenReturn(Optional.empty());

    assertThat(problems(form, NOW)).containsExactly("campaign.unknown");
  }

  @Test
  void shouldRefuseAnAwardThatDoesNotFit() {
    assertThat(problems(with(form -> form.award = null), NOW)).containsExactly("award.missing");
    assertThat(problems(with(form -> form.award = "?"), NOW)).containsExactly("award.unknown");
    assertThat(problems(with(form -> form.award = "LDTT"), NOW))
        .containsExactly("award.not-in-campaign");
    assertThat(problems(with(form -> form.award = "TTLDTT"), NOW))
        .containsExactly("award.wrong-subject");
  }

  @Test
  void shouldRefuseANomineeWhoMayNotBeNominated() {
    var elsewhere =
        new Person(
            30,
            "Người Khác",
            Gender.MALE,
            "Chuyên viên",
            PositionClass.DIRECT_WORKER,
            true,
            new Unit(8, "TTUD", "Trung tâm", UnitKind.AFFILIATE));
    when(directory.person(30)).thenReturn(Optional.of(elsewhere));

    assertThat(problems(with(form -> form.personId = null), NOW))
        .containsExactly("nominee.missing");
    assertThat(problems(with(form -> form.personId = 404L), NOW))
        .containsExactly("nominee.unknown");
    assertThat(problems(with(form -> form.personId = 30L), NOW))
        .containsExactly("nominee.not-in-unit");
    assertThat(problems(with(form -> form.personId = HEAD.id()), NOW))
        .containsExactly("nominee.self");
  }

  @Test
  void shouldRefuseWhatSaysNothing() {
    assertThat(problems(with(form -> form.title = " "), NOW)).containsExactly("title.missing");
    assertThat(problems(with(form -> form.achievements = ""), NOW))
        .containsExactly("achievements.missing");
    assertThat(
            problems(
                with(
                    form ->
                        form.achievements = "x".repeat(SubmissionCheck.SHORTEST_ACHIEVEMENTS - 1)),
                NOW))
        .containsExactly("achievements.too-short");
    assertThat(
            problems(
                with(form -> form.achievements = "x".repeat(SubmissionCheck.SHORTEST_ACHIEVEMENTS)),
                NOW))
        .isEmpty();
  }

  @Test
  void shouldRefuseAPeriodThatCannotBe() {
    assertThat(problems(with(form -> form.from = null), NOW)).containsExactly("period.missing");
    assertThat(problems(with(form -> form.to = null), NOW)).containsExactly("period.missing");
    assertThat(problems(with(form -> form.from = LocalDate.of(2022, 6, 1)), NOW))
        .containsExactly("period.order");
    assertThat(problems(with(form -> form.from = LocalDate.of(2021, 12, 31)), NOW))
        .containsExactly("period.outside-campaign");
    assertThat(problems(with(form -> form.to = LocalDate.of(2022, 6, 6)), NOW)).isEmpty();
    assertThat(problems(with(form -> form.to = LocalDate.of(2022, 6, 7)), NOW))
        .containsExactly("period.future");
  }

  @Test
  void shouldRefuseASecondNominationForTheSameAward() {
    when(duplicates.problems(any(), any()))
        .thenReturn(List.of(Problem.of("duplicate", "personId")));

    assertThat(problems(new FormBuilder(), NOW)).containsExactly("duplicate");
  }

  @Test
  void shouldOnlyWarnOfAnotherAwardAndOfMissingEvidence() {
    when(duplicates.otherAwards(any())).thenReturn(List.of("Lao động tiên tiến"));
    var nomination = draft(new FormBuilder(), NOW);

    assertThat(check.beforeSubmission(nomination, NOMINATOR, NOW)).isEmpty();
    assertThat(check.warnings(nomination).stream().map(Problem::code))
        .containsExactly("evidence.missing", "other-award");
  }

  private static Nomination draft(FormBuilder form, Instant now) {
    return Nomination.draft(form.build(), CommendationType.MOVEMENT, NOMINATOR, now);
  }

  private List<String> problems(FormBuilder form, Instant now) {
    var nomination = draft(form, now);
    return check.beforeSubmission(nomination, NOMINATOR, now).stream().map(Problem::code).toList();
  }

  private static FormBuilder with(java.util.function.Consumer<FormBuilder> change) {
    var form = new FormBuilder();
    change.accept(form);
    return form;
  }

  private static Award award(String code, AwardSubject subject) {
    return new Award(code, code, code, AwardKind.FORM, subject);
  }

  private static Campaign campaign() {
    return new Campaign(
        1,
        "HTB-2022",
        "Học tập và làm theo Bác",
        "",
        "/KH-KHCN",
        LocalDate.of(2022, 5, 30),
        "",
        "",
        OPENS,
        CLOSES,
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 12, 31),
        false,
        List.of("GK-SO", "TTLDTT"),
        CommendationType.MOVEMENT);
  }

  private static final class FormBuilder {
    Long campaignId = 1L;
    SubjectKind kind = SubjectKind.INDIVIDUAL;
    Long personId = NOMINEE.id();
    String award = "GK-SO";
    String title = "Cải tiến quy trình";
    String achievements = REPORT;
    LocalDate from = LocalDate.of(2022, 1, 1);
    LocalDate to = LocalDate.of(2022, 5, 20);
    String lateReason;

    NominationForm build() {
      return new NominationForm(
          "22222222-2222-2222-2222-222222222222",
          0,
          campaignId,
          kind,
          personId,
          award,
          title,
          achievements,
          from,
          to,
          lateReason);
    }
  }
}
