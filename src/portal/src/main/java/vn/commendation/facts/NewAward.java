package vn.commendation.facts;

import static vn.commendation.facts.Texts.trimmed;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** An award of earlier years as somebody enters it; anything may still be missing. */
public record NewAward(
    String subject,
    String awardCode,
    Integer year,
    @DateTimeFormat(iso = ISO.DATE) LocalDate achievementFrom,
    @DateTimeFormat(iso = ISO.DATE) LocalDate achievementTo,
    String decisionNumber,
    @DateTimeFormat(iso = ISO.DATE) LocalDate decidedOn,
    String decidedBy) {

  public NewAward {
    subject = trimmed(subject);
    awardCode = trimmed(awardCode);
    decisionNumber = trimmed(decisionNumber);
    decidedBy = trimmed(decidedBy);
  }

  public static NewAward empty() {
    return new NewAward(null, null, null, null, null, null, null, null);
  }

  List<FactProblem> problems(LocalDate today) {
    var checks =
        new Checks(today)
            .given("subject", subject)
            .given("awardCode", awardCode)
            .year("year", year)
            .inOrder("achievementTo", achievementFrom, achievementTo)
            .text("decisionNumber", decisionNumber, 64)
            .given("decidedOn", decidedOn)
            .past("decidedOn", decidedOn)
            .text("decidedBy", decidedBy, 200);
    if (year != null) {
      checks
          .that(decidedOn == null || decidedOn.getYear() >= year, "decidedOn", "before-year", year)
          .that(
              (achievementFrom == null || achievementFrom.getYear() <= year)
                  && (achievementTo == null || achievementTo.getYear() >= year),
              "achievementFrom",
              "period-without-year",
              year);
    }
    return checks.problems();
  }
}
