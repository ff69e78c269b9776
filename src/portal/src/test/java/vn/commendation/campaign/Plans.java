package vn.commendation.campaign;

import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.commendation.award.CommendationType;
import vn.commendation.directory.Account;
import vn.commendation.directory.Gender;
import vn.commendation.directory.Person;
import vn.commendation.directory.PositionClass;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.directory.UnitKind;

/** A plan without a fault, and people, for the tests of the module. */
final class Plans {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDateTime OPENS = LocalDateTime.of(2026, 12, 1, 7, 30);
  static final LocalDateTime CLOSES = LocalDateTime.of(2027, 10, 1, 17, 0);

  private Plans() {}

  static CampaignForm plan() {
    return new Builder().form();
  }

  static CampaignForm plan(UnaryOperator<Builder> change) {
    return change.apply(new Builder()).form();
  }

  static Account account(String username, long unitId, Role... roles) {
    return new Account(
        username,
        "Họ tên " + username,
        username + "@tayninh.example",
        new Person(
            unitId * 10,
            "Họ tên " + username,
            Gender.FEMALE,
            "Chuyên viên",
            PositionClass.DIRECT_WORKER,
            true,
            new Unit(unitId, "U" + unitId, "Đơn vị " + unitId, UnitKind.DIVISION)),
        Set.of(roles));
  }

  static final class Builder {
    String code = "HTB-2027";
    String title = "Học tập và làm theo Bác năm 2027";
    LocalDate planDate = LocalDate.of(2026, 11, 20);
    LocalDate achievementTo = LocalDate.of(2027, 12, 31);
    CommendationType type = CommendationType.MOVEMENT;
    LocalDateTime opensAt = OPENS;
    LocalDateTime closesAt = CLOSES;
    LocalDate reportDueOn = LocalDate.of(2027, 12, 15);
    Set<String> awardCodes = Set.of("GK-SO", "BK-TINH");
    Map<String, Integer> ceilings = Map.of("GK-SO", 10);
    Set<Long> unitIds = Set.of(5L, 8L);

    CampaignForm form() {
      return new CampaignForm(
          0,
          code,
          title,
          "Chuyên đề",
          "05/KH-SKHCN",
          planDate,
          "Công văn số 74/HĐTĐ",
          "Kịp thời biểu dương",
          LocalDate.of(2027, 1, 1),
          achievementTo,
          type,
          opensAt,
          closesAt,
          reportDueOn,
          awardCodes,
          ceilings,
          unitIds,
          null);
    }
  }

  /** Nobody's campaigns; what the interface itself does with them is done. */
  static CampaignRepository repository() {
    return mock(
        CampaignRepository.class,
        call ->
            call.getMethod().isDefault() ? call.callRealMethod() : RETURNS_DEFAULTS.answer(call));
  }
}
