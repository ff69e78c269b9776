package vn.commendation.facts;

import static vn.commendation.facts.Texts.trimmed;

import java.time.LocalDate;
import java.util.List;
import vn.commendation.award.WorkRating;

/** A yearly rating as somebody enters it; anything may still be missing. */
public record NewRating(String subject, Integer year, WorkRating rating, String decision) {

  public NewRating {
    subject = trimmed(subject);
    decision = trimmed(decision);
  }

  public static NewRating empty() {
    return new NewRating(null, null, null, null);
  }

  List<FactProblem> problems(LocalDate today) {
    return new Checks(today)
        .given("subject", subject)
        .year("year", year)
        .given("rating", rating)
        .text("decision", decision, 200)
        .problems();
  }
}
