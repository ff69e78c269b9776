package vn.commendation.facts;

import static vn.commendation.facts.Texts.trimmed;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** A complaint, denunciation or inspection as somebody enters it. */
public record NewConcern(
    String subject,
    ConcernKind kind,
    @DateTimeFormat(iso = ISO.DATE) LocalDate openedOn,
    @DateTimeFormat(iso = ISO.DATE) LocalDate closedOn,
    boolean violationSigns,
    String note) {

  public NewConcern {
    subject = trimmed(subject);
    note = trimmed(note);
  }

  public static NewConcern empty() {
    return new NewConcern(null, null, null, null, false, null);
  }

  List<FactProblem> problems(LocalDate today) {
    return new Checks(today)
        .given("subject", subject)
        .given("kind", kind)
        .given("openedOn", openedOn)
        .past("openedOn", openedOn)
        .past("closedOn", closedOn)
        .inOrder("closedOn", openedOn, closedOn)
        .that(
            !violationSigns || kind == ConcernKind.INSPECTION, "violationSigns", "only-inspection")
        .text("note", note, 1000)
        .problems();
  }
}
