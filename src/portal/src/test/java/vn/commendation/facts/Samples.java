package vn.commendation.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.Procedure;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.WorkRating;

/** Rules and awards for the tests of facts. */
final class Samples {

  private Samples() {}

  /** A rule that asks for what is given, and for nothing else. */
  static AwardRule rule(
      String award,
      SubjectKind subject,
      String priorAward,
      int priorYears,
      InitiativeLevel level,
      WorkRating rating,
      int ratingYears,
      BigDecimal advancedWorkerPercent,
      int baseFighters) {
    return new AwardRule(
        1,
        "R2",
        award,
        subject,
        Set.of(CommendationType.MERIT),
        DecidingAuthority.DIRECTOR,
        null,
        Procedure.ORDINARY,
        priorAward,
        null,
        priorYears,
        level,
        level == null ? 0 : 1,
        rating,
        ratingYears,
        advancedWorkerPercent,
        false,
        baseFighters,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        0,
        5,
        10,
        5,
        null,
        BigDecimal.ONE,
        "01",
        "Điều 23",
        Certainty.UNVERIFIED,
        null);
  }

  /** A person's award for a whole year, decided on 15 January after it. */
  static AwardGiven award(long id, String code, int year) {
    return award(id, 18L, code, year, LocalDate.of(year, 12, 31), null);
  }

  static AwardGiven award(
      long id, Long personId, String code, int year, LocalDate to, LocalDate revokedOn) {
    return new AwardGiven(
        id,
        personId,
        5,
        "Nguyễn Hữu Nghĩa",
        code,
        year,
        to == null ? null : LocalDate.of(year, 1, 1),
        to,
        id + "/QĐ-SKHCN",
        LocalDate.of(year + 1, 1, 15),
        "Giám đốc Sở",
        null,
        revokedOn);
  }
}
