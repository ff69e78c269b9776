package vn.commendation.facts;

import static vn.commendation.facts.Texts.trimmed;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * How the consideration of discipline ended.
 *
 * @param kind {@code null} if none was imposed
 * @param on day of the decision, or of the end without one
 */
public record DisciplineResult(
    DisciplineKind kind,
    String decisionNumber,
    @DateTimeFormat(iso = ISO.DATE) LocalDate on,
    String reason) {

  public DisciplineResult {
    decisionNumber = trimmed(decisionNumber);
    reason = trimmed(reason);
  }

  List<FactProblem> problems(LocalDate today, LocalDate pendingFrom) {
    var checks =
        new Checks(today)
            .given("on", on)
            .past("on", on)
            .inOrder("on", pendingFrom, on)
            .text("reason", reason, 500);
    if (kind == null) {
      checks.that(decisionNumber == null, "kind", "missing");
    } else {
      checks.text("decisionNumber", decisionNumber, 64);
    }
    return checks.problems();
  }
}
