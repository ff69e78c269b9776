package vn.commendation.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import vn.commendation.award.AwardRule;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Procedure;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Account;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;
import vn.commendation.nomination.AcceptedNomination;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.Routing;

/** Batches for unit tests; nominee 18 is the nomination {@code n18}. */
final class Batches {

  static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");
  static final long NOMINATOR = 17;

  private Batches() {}

  static Dossier of(long... people) {
    var dossier =
        Dossier.open(
            "TTr-2026-001",
            "Khen thưởng năm 2026",
            DecidingAuthority.DIRECTOR,
            true,
            false,
            account("chuyenvien", 5, Role.OFFICE_OFFICER),
            NOW);
    for (var person : people) {
      dossier.add(nomination(person, "LDTT", null), NOMINATOR);
    }
    dossier.carriedBy(41);
    return dossier;
  }

  static AcceptedNomination nomination(long person, String award, AwardRule rule) {
    return nomination("n" + person, person, award, rule, 5, null);
  }

  /** A nomination in the campaign, or in none with {@code null}. */
  static AcceptedNomination nomination(
      String id, long person, String award, AwardRule rule, long unit, Long campaign) {
    return new AcceptedNomination(
        id,
        "C-" + person,
        "qlkh",
        SubjectKind.INDIVIDUAL,
        person,
        "Người " + person,
        "Chuyên viên",
        Gender.FEMALE,
        unit,
        "Phòng Quản lý Khoa học",
        award,
        "Danh hiệu " + award,
        CommendationType.MERIT,
        rule,
        new Routing(Routing.Route.IN_HOUSE, Procedure.ORDINARY, true, false),
        campaign,
        campaign == null ? null : "Thi đua nước rút",
        "Sáng kiến",
        "Báo cáo",
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 10, 31),
        NominationStatus.ACCEPTED);
  }

  static Account account(String username, long person, Role... roles) {
    return new Account(
        username,
        "Tài khoản " + username,
        username + "@tayninh.example",
        new Person(
            person,
            "Người " + person,
            Gender.FEMALE,
            "Chuyên viên",
            PositionClass.DIRECT_WORKER,
            true,
            new Unit(2, "VP", "Văn phòng Sở", UnitKind.OFFICE)),
        Set.of(roles));
  }
}
