package vn.commendation.facts;

import static vn.commendation.facts.Texts.trimmed;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Discipline as somebody enters it: under consideration if it has no kind. */
public record NewDiscipline(
    String subject,
    DisciplineKind kind,
    String decisionNumber,
    @DateTimeFormat(iso = ISO.DATE) LocalDate decidedOn,
    @DateTimeFormat(iso = ISO.DATE) LocalDate pendingFrom,
    String note) {

  public NewDiscipline {
    subject = trimmed(subject);
    decisionNumber = trimmed(decisionNumber);
    note = trimmed(note);
  }

  public static NewDiscipline empty() {
    return new NewDiscipline(null, null, null, null, null, null);
  }

  List<FactProblem> problems(LocalDate today) {
    var checks =
        new Checks(today)
            .given("subject", subject)
            .past("pendingFrom", pendingFrom)
            .text("note", note, 500);
    if (kind == null) {
      checks
          .given("pendingFrom", pendingFrom)
          .that(decidedOn == null && decisionNumber == null, "kind", "missing");
    } else {
      imposed(checks, decisionNumber, decidedOn).inOrder("decidedOn", pendingFrom, decidedOn);
    }
    return checks.problems();
  }

  static Checks imposed(Checks checks, String decisionNumber, LocalDate decidedOn) {
    return checks
        .text("decisionNumber", decisionNumber, 64)
        .given("decidedOn", decidedOn)
        .past("decidedOn", decidedOn);
  }
}
