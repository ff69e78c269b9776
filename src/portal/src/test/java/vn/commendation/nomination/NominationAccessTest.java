package vn.commendation.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.nomination.NominationTest.NOMINATOR;
import static vn.commendation.nomination.NominationTest.NOMINEE;
import static vn.commendation.nomination.NominationTest.NOW;
import static vn.commendation.nomination.NominationTest.UNIT;
import static vn.commendation.nomination.NominationTest.account;
import static vn.commendation.nomination.NominationTest.form;
import static vn.commendation.nomination.NominationTest.person;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;

class NominationAccessTest {

  private static final Person STRANGER =
      new Person(
          99,
          "Người Ngoài",
          Gender.MALE,
          "Trưởng phòng",
          PositionClass.OTHER_MANAGER,
          false,
          new Unit(8, "TTUD", "Trung tâm", UnitKind.AFFILIATE));

  private Nomination nomination;

  @BeforeEach
  void submitted() {
    nomination = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);
    nomination.submit("HTB-2022-0001", false, NOMINEE, UNIT, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE_REVIEW, OFFICE_OFFICER,  true",
    "OFFICE_REVIEW, OFFICE_CHIEF,    true",
    "OFFICE_REVIEW, DIRECTOR,        false",
    "OFFICE_REVIEW, DEPUTY_DIRECTOR, false",
    "OFFICE_REVIEW, CLERK,           false",
    "OFFICE_REVIEW, COUNCIL_SECRETARY, false",
    "OFFICE_REVIEW, ADMIN,           false",
    "OFFICE_REVIEW, UNIT_HEAD,       false",
    "CONSENT,       OFFICE_OFFICER,  false",
    "CONSENT,       DIRECTOR,        false",
    "SUPPLEMENT,    OFFICE_OFFICER,  false",
    "SUPPLEMENT,    ADMIN,           false",
  })
  void shouldLetOnlyTheRoleOfAStepDecide(Step step, Role role, boolean allowed) {
    var denial = NominationAccess.denial(step, account("khac", STRANGER, role), nomination);

    assertThat(denial).isEqualTo(allowed ? null : "role");
  }

  @Test
  void shouldNotLetTheNomineeDecide() {
    var nominee = account("ngoc", NOMINEE, Role.OFFICE_OFFICER);

    assertThat(NominationAccess.denial(Step.OFFICE_REVIEW, nominee, nomination))
        .isEqualTo("own-case");
    assertThat(NominationAccess.mayLift(nominee, nomination)).isFalse();
  }

  @Test
  void shouldNotLetTheNominatorDecide() {
    var nominator = account("qlkh", NominationTest.HEAD, Role.UNIT_HEAD, Role.OFFICE_CHIEF);

    assertThat(NominationAccess.denial(Step.OFFICE_REVIEW, nominator, nomination))
        .isEqualTo("own-nomination");
  }

  @Test
  void shouldNotLetTheHeadOfTheUnitDecideOnItsFile() {
    var head = account("pho", person(18, "Nguyễn Hữu Nghĩa"), Role.UNIT_HEAD, Role.OFFICE_OFFICER);

    assertThat(NominationAccess.denial(Step.OFFICE_REVIEW, head, nomination)).isEqualTo("own-unit");
    assertThat(NominationAccess.mayLift(head, nomination)).isFalse();
  }

  @Test
  void shouldLetOnlyTheNominatingUnitSupplement() {
    var deputy = account("pho", person(18, "Nguyễn Hữu Nghĩa"), Role.UNIT_HEAD);
    var otherHead = account("ttud", STRANGER, Role.UNIT_HEAD);

    assertThat(NominationAccess.denial(Step.SUPPLEMENT, deputy, nomination)).isNull();
    assertThat(NominationAccess.denial(Step.SUPPLEMENT, otherHead, nomination))
        .isEqualTo("other-unit");
    assertThat(NominationAccess.denial(Step.CONSENT, deputy, nomination)).isNull();
    assertThat(NominationAccess.denial(Step.CONSENT, otherHead, nomination))
        .isEqualTo("other-unit");
  }

  @Test
  void shouldShowTheNomineeTheSubmittedCaseAndNothingElse() {
    var nominee = account("ngoc", NOMINEE);
    var colleague = account("khac", person(20, "Đinh Công Thành"));
    var draft = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);

    assertThat(NominationAccess.maySee(nominee, nomination)).isTrue();
    assertThat(NominationAccess.mayWrite(nominee, nomination)).isFalse();
    assertThat(NominationAccess.maySee(nominee, draft)).isFalse();
    assertThat(NominationAccess.maySee(colleague, nomination)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICE_OFFICER,    true",
    "DIRECTOR,          true",
    "COUNCIL_SECRETARY, true",
    "ADMIN,             false",
    "UNIT_HEAD,         false",
  })
  void shouldTellOfTheRegistersToWhoeverJudges(Role role, boolean told) {
    assertThat(NominationAccess.mayReadRegisters(account("x", STRANGER, role), nomination))
        .isEqualTo(told);
    assertThat(NominationAccess.mayReadRegisters(account("x", NOMINEE, role), nomination))
        .isFalse();
    assertThat(NominationAccess.mayReadRegisters(NOMINATOR, nomination)).isFalse();
  }

  @Test
  void shouldKeepDisciplineAndComplaintsFromTheUnit() {
    var hold = new Finding("complaint", Finding.Severity.HOLD, "Có tố cáo chưa giải quyết", null);
    var note = new Finding("note", Finding.Severity.NOTE, "Quy định chưa xác minh", null);
    var check =
        new CaseCheck(
            "R4", null, null, NOW, null, List.of(hold, note), List.of(), List.of("Cảnh cáo"));

    assertThat(check.withoutRegisters().findings()).containsExactly(note);
    assertThat(check.withoutRegisters().facts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void shouldLetOnlyUnitHeadsNominate(Role role) {
    assertThat(NominationAccess.mayNominate(account("x", STRANGER, role)))
        .isEqualTo(role == Role.UNIT_HEAD);
  }

  @Test
  void shouldShowDraftsToTheirUnitOnly() {
    var draft = Nomination.draft(form("Thành tích"), CommendationType.MOVEMENT, NOMINATOR, NOW);
    var office = account("vp", STRANGER, Role.OFFICE_OFFICER);
    var otherHead = account("ttud", STRANGER, Role.UNIT_HEAD);

    assertThat(NominationAccess.maySee(NOMINATOR, draft)).isTrue();
    assertThat(NominationAccess.maySee(office, draft)).isFalse();
    assertThat(NominationAccess.maySee(office, nomination)).isTrue();
    assertThat(NominationAccess.maySee(otherHead, nomination)).isFalse();
  }
}
