package vn.commendation.revocation.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import vn.commendation.revocation.BoardAnswer;

/** What is typed of the province's answer. */
record BoardAnswerFields(
    Boolean revoked,
    String reference,
    @DateTimeFormat(iso = ISO.DATE) LocalDate answeredOn,
    String note) {

  BoardAnswerFields {
    reference = Texts.trimmed(reference);
    note = Texts.trimmed(note);
  }

  BoardAnswer toAnswer() {
    return new BoardAnswer(revoked, reference, answeredOn, note);
  }
}
