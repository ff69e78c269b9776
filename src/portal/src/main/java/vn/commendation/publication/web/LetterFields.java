package vn.commendation.publication.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.StringUtils;

/**
 * What the Office types of an objection on paper.
 *
 * @param id of this form: sent twice, it is one objection
 */
record LetterFields(
    String id,
    String nominationId,
    String name,
    String contact,
    String email,
    String text,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate receivedOn) {

  LetterFields {
    id = ObjectionFields.formId(id);
    nominationId = ObjectionFields.trimmed(nominationId);
    name = ObjectionFields.oneLine(name);
    contact = ObjectionFields.oneLine(contact);
    email = ObjectionFields.trimmed(email);
    text = ObjectionFields.trimmed(StringUtils.replace(text, "\r\n", "\n"));
  }
}
