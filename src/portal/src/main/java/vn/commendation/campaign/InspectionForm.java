package vn.commendation.campaign;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the Office enters of an inspection. */
public record InspectionForm(
    Long unitId,
    @DateTimeFormat(iso = ISO.DATE) LocalDate inspectedOn,
    String inspectors,
    String findings,
    @DateTimeFormat(iso = ISO.DATE) LocalDate answerDueOn) {

  public InspectionForm {
    inspectors = inspectors == null ? "" : inspectors.strip();
    findings = findings == null ? "" : findings.replace("\r\n", "\n").strip();
  }

  public static InspectionForm empty() {
    return new InspectionForm(null, null, null, null, null);
  }
}
