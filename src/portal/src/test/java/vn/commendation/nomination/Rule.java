package vn.commendation.nomination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.Procedure;
import vn.commendation.award.RuleSet;
import vn.commendation.award.SubjectKind;

/** A rule for unit tests, with 5, 10 and 5 working days and no condition. */
public final class Rule {

  public static final RuleSet SET =
      new RuleSet("R2", "R2", "Luật 2022", LocalDate.of(2022, 1, 1), null, "Luật 2022", true, null);

  private Rule() {}

  public static AwardRule of(String award) {
    return new AwardRule(
        1,
        SET.code(),
        award,
        SubjectKind.INDIVIDUAL,
        Set.of(CommendationType.MOVEMENT),
        DecidingAuthority.DIRECTOR,
        "BASE",
        Procedure.ORDINARY,
        null,
        null,
        0,
        null,
        0,
        null,
        0,
        null,
        false,
        0,
        false,
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
        null,
        "Điều 75",
        Certainty.UNVERIFIED,
        null);
  }
}
