package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.commendation.award.CommendationType;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Account;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;

class NominationTest {

  static final Instant NOW = Instant.parse("2022-06-06T02:00:00Z");
  static final Unit UNIT = new Unit(5, "QLKH", "Phòng Quản lý Khoa học", UnitKind.DIVISION);
  static final Person HEAD = person(17, "Trần Thị Thanh Hòa");
  static final Person NOMINEE = person(19, "Lê Thị Bích Ngọc");
  static final Account NOMINATOR = account("qlkh", HEAD, Role.UNIT_HEAD);

  private Nomination nomination;

  @BeforeEach
  void draft() {
    nomination = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);
  }

  @Test
  void shouldTakeTheNomineeAsHeOrSheIsAtSubmission() {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);

    assertThat(nomination.status()).isEqualTo(NominationStatus.SUBMITTED);
    assertThat(nomination.nomineeName()).isEqualTo("Lê Thị Bích Ngọc");
    assertThat(nomination.revision()).isEqualTo(1);
    assertThat(nomination.submittedAt()).isEqualTo(NOW);
  }

  @Test
  void shouldKeepCodeAndFirstSubmissionOverASupplement() {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    var keyOfFirstRevision = nomination.supplementCorrelationKey();
    nomination.moveTo(NominationStatus.SUPPLEMENT, null, NOW);

    nomination.submit("HTB-2022-0002", false, NOMINEE, UNIT, NOW.plusSeconds(60));

    assertThat(nomination.code()).isEqualTo("HTB-2022-0001");
    assertThat(nomination.submittedAt()).isEqualTo(NOW);
    assertThat(nomination.supplementCorrelationKey()).isNotEqualTo(keyOfFirstRevision);
  }

  @Test
  void shouldKeepItsCampaignWhileASupplementIsWritten() {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.moveTo(NominationStatus.SUPPLEMENT, null, NOW);
    var otherCampaign =
        new NominationForm(
            nomination.getId(), 0, 2L, SubjectKind.INDIVIDUAL, 19L, "GK-SO", "t", "a", null, null);

    nomination.reopen(Set.of(Part.AWARD, Part.ACHIEVEMENTS, Part.PERIOD));
    nomination.edit(otherCampaign, CommendationType.MERIT, NOW);

    assertThat(nomination.campaignId()).isEqualTo(1);
    assertThat(nomination.type()).isEqualTo(CommendationType.MOVEMENT);
  }

  @ParameterizedTest
  @CsvSource({
    "AWARD,        LDTT, Thành tích, 2022-01-01, true",
    "ACHIEVEMENTS, GK-SO, Khác,      2022-01-01, true",
    "PERIOD,       GK-SO, Thành tích, 2022-02-01, true",
    "EVIDENCE,     GK-SO, Thành tích, 2022-01-01, true",
    "EVIDENCE,     LDTT, Thành tích, 2022-01-01, false",
    "AWARD,        GK-SO, Khác,      2022-01-01, false",
    "ACHIEVEMENTS, GK-SO, Thành tích, 2022-02-01, false",
    "PERIOD,       LDTT, Thành tích, 2022-01-01, false",
  })
  void shouldTakeOnlyChangesOfThePartsAReturnHasOpened(
      Part open, String award, String title, LocalDate from, boolean taken) {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.moveTo(NominationStatus.SUPPLEMENT, null, NOW);
    nomination.reopen(Set.of(open));
    var before = form("Thành tích");
    var form =
        new NominationForm(
            before.id(),
            0,
            1L,
            SubjectKind.INDIVIDUAL,
            19L,
            award,
            title,
            before.achievements(),
            from,
            before.periodTo());

    if (taken) {
      nomination.edit(form, CommendationType.MOVEMENT, NOW);
      assertThat(nomination.awardCode()).isEqualTo(award);
    } else {
      assertThatThrownBy(() -> nomination.edit(form, CommendationType.MOVEMENT, NOW))
          .isInstanceOf(NominationConflict.class)
          .hasMessage("part-closed");
      assertThat(nomination.awardCode()).isEqualTo("GK-SO");
    }
  }

  @Test
  void shouldNeverChangeTheNomineeOfAReturnedCase() {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.moveTo(NominationStatus.SUPPLEMENT, null, NOW);
    nomination.reopen(Set.of(Part.values()));
    var before = form("Thành tích");
    var other =
        new NominationForm(
            before.id(),
            0,
            1L,
            SubjectKind.INDIVIDUAL,
            20L,
            "GK-SO",
            before.title(),
            before.achievements(),
            before.periodFrom(),
            before.periodTo());

    assertThatThrownBy(() -> nomination.edit(other, CommendationType.MOVEMENT, NOW))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("part-closed");
  }

  @Test
  void shouldBeLateByItsFirstSubmissionOnly() {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.moveTo(NominationStatus.SUPPLEMENT, null, NOW);

    nomination.submit(null, true, NOMINEE, UNIT, NOW);

    assertThat(nomination.late()).isFalse();
  }

  @Test
  void shouldBecomeAnotherVersionWhenTheUnitAgreesToAnotherAward() {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.propose("LDTT");

    nomination.agree(NOW);

    assertThat(nomination.awardCode()).isEqualTo("LDTT");
    assertThat(nomination.proposedAward()).isNull();
    assertThat(nomination.revision()).isEqualTo(2);
    assertThat(nomination.status()).isEqualTo(NominationStatus.SUBMITTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = NominationStatus.class,
      mode = Mode.EXCLUDE,
      names = {"ACCEPTED"})
  void shouldJoinADossierOnlyOnceItIsAccepted(NominationStatus status) {
    nomination.moveTo(status, null, NOW);

    assertThatThrownBy(() -> nomination.join("d", "T-1", NOW))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("not-accepted");
    assertThat(nomination.dossierId()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = NominationStatus.class,
      mode = Mode.EXCLUDE,
      names = {"DRAFT", "SUPPLEMENT"})
  void shouldNotBeEditedOrSubmittedOnceItIsUnderWay(NominationStatus status) {
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
    nomination.moveTo(status, null, NOW);

    assertThatThrownBy(() -> nomination.edit(form("Khác"), CommendationType.MOVEMENT, NOW))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("not-editable");
    assertThatThrownBy(() -> nomination.submit("X", false, NOMINEE, UNIT, NOW))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("already-submitted");
  }

  @ParameterizedTest
  @EnumSource(
      value = NominationStatus.class,
      names = {
        "SUBMITTED",
        "OFFICE_REVIEW",
        "SUPPLEMENT",
        "HOLD",
        "CONSENT",
        "ACCEPTED",
        "IN_DOSSIER"
      })
  void shouldBeWithdrawnUntilTheSignature(NominationStatus status) {
    nomination.moveTo(status, NOW, NOW);

    nomination.withdraw(NOW);

    assertThat(nomination.status()).isEqualTo(NominationStatus.WITHDRAWN);
    assertThat(nomination.dueAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(
      value = NominationStatus.class,
      mode = Mode.EXCLUDE,
      names = {
        "SUBMITTED",
        "OFFICE_REVIEW",
        "SUPPLEMENT",
        "HOLD",
        "CONSENT",
        "ACCEPTED",
        "IN_DOSSIER"
      })
  void shouldNotBeWithdrawnOtherwise(NominationStatus status) {
    nomination.moveTo(status, null, NOW);

    assertThatThrownBy(() -> nomination.withdraw(NOW))
        .isInstanceOf(NominationConflict.class)
        .hasMessage("not-withdrawable");
  }

  @ParameterizedTest
  @EnumSource(NominationStatus.class)
  void shouldStayWhereItEnded(NominationStatus status) {
    nomination.moveTo(status, null, NOW);

    if (status.ended()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> nomination.moveTo(NominationStatus.OFFICE_REVIEW, null, NOW));
    } else {
      nomination.moveTo(NominationStatus.OFFICE_REVIEW, null, NOW);
      assertThat(nomination.status()).isEqualTo(NominationStatus.OFFICE_REVIEW);
    }
  }

  @Test
  void shouldBeCarriedByOneProcessInstanceOnly() {
    nomination.carriedBy(41);
    nomination.carriedBy(41);

    assertThatIllegalStateException().isThrownBy(() -> nomination.carriedBy(42));
    assertThat(nomination.processInstanceKey()).isEqualTo(41);
  }

  static NominationForm form(String title) {
    return new NominationForm(
        "11111111-1111-1111-1111-111111111111",
        0,
        1L,
        SubjectKind.INDIVIDUAL,
        19L,
        "GK-SO",
        title,
        "Sáng kiến cải tiến quy trình tiếp nhận hồ sơ, rút ngắn thời gian xử lý.",
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 5, 31));
  }

  static Person person(long id, String name) {
    return new Person(
        id, name, Gender.FEMALE, "Chuyên viên", PositionClass.DIRECT_WORKER, true, UNIT);
  }

  static Account account(String username, Person person, Role... roles) {
    return new Account(
        username, person.fullName(), username + "@tayninh.example", person, Set.of(roles));
  }
}
