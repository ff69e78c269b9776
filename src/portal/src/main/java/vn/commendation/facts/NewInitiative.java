package vn.commendation.facts;

import static vn.commendation.facts.Texts.trimmed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import vn.commendation.award.InitiativeLevel;

/** An initiative as somebody enters it; anything may still be missing. */
public record NewInitiative(
    String number,
    String title,
    InitiativeLevel level,
    LocalDate recognisedOn,
    String effectScope,
    List<Author> authors) {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** An author's key, and the share in percent. */
  public record Author(String subject, BigDecimal share) {

    public Author {
      subject = trimmed(subject);
    }

    boolean blank() {
      return subject == null && share == null;
    }
  }

  public NewInitiative {
    number = trimmed(number);
    title = trimmed(title);
    effectScope = trimmed(effectScope);
    authors = authors == null ? List.of() : authors.stream().filter(one -> !one.blank()).toList();
  }

  List<FactProblem> problems(LocalDate today) {
    var names = new HashSet<String>();
    var complete =
        authors.stream()
            .allMatch(
                one ->
                    one.subject() != null
                        && one.share() != null
                        && one.share().signum() > 0
                        && one.share().scale() <= 2);
    var checks =
        new Checks(today)
            .text("number", number, 40)
            .text("title", title, 500)
            .given("level", level)
            .given("recognisedOn", recognisedOn)
            .past("recognisedOn", recognisedOn)
            .text("effectScope", effectScope, 300)
            .that(!authors.isEmpty(), "authors", "missing")
            .that(complete, "authors", "share")
            .that(
                authors.stream()
                    .map(Author::subject)
                    .filter(one -> one != null)
                    .allMatch(names::add),
                "authors",
                "author-twice");
    if (complete) {
      var sum = authors.stream().map(Author::share).reduce(BigDecimal.ZERO, BigDecimal::add);
      checks.that(sum.compareTo(WHOLE) <= 0, "authors", "share-sum", sum.toPlainString());
    }
    return checks.problems();
  }
}
