package vn.commendation.revocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.directory.Account;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.facts.AwardGiven;

/** Revocations and people for the tests of this module. */
final class RevocationSamples {

  static final String ID = "6f1f2d3c-0000-4000-8000-0000000000e1";
  static final long AWARDEE = 20;
  static final long UNIT = 5;
  static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  private RevocationSamples() {}

  static Account account(String username, long personId, long unitId, Role... roles) {
    var unit = new Unit(unitId, "U" + unitId, "Đơn vị " + unitId, UnitKind.DIVISION);
    var person =
        new Person(
            personId,
            "Người " + personId,
            Gender.FEMALE,
            "Chức vụ",
            PositionClass.DEPARTMENT_LEADER,
            false,
            unit);
    return new Account(
        username, "Người " + personId, username + "@tayninh.example", person, Set.of(roles));
  }

  static AwardGiven given(Long personId, String awardCode) {
    return new AwardGiven(
        7,
        personId,
        UNIT,
        "Phạm Đình Khôi",
        awardCode,
        2024,
        null,
        null,
        "15/QĐ-SKHCN",
        LocalDate.of(2024, 12, 20),
        "Giám đốc Sở",
        "6f1f2d3c-0000-4000-8000-000000000001",
        null);
  }

  static Revocation proposed(Long personId, DecidingAuthority authority) {
    return Revocation.proposed(
        new RevocationProposal(ID, 7, RevocationCause.FORGED_DOSSIER, "Giấy giả", null),
        "TH-2026-001",
        new RevocableAward(given(personId, "LDTT"), "Lao động tiên tiến", "Đơn vị 5", authority),
        account("chuyenvien", 5, 2, Role.OFFICE_OFFICER),
        NOW);
  }

  static Revocation atDecision(DecidingAuthority authority) {
    var revocation = proposed(AWARDEE, authority);
    revocation.carriedBy(11);
    revocation.awaitJudgement(NOW.plusSeconds(3600));
    return revocation;
  }

  static Revocation atNumber(DecidingAuthority authority) {
    var revocation = atDecision(authority);
    revocation.judge(true, "Đồng ý", account("giamdoc", 1, 1, Role.DIRECTOR), NOW);
    return revocation;
  }
}
