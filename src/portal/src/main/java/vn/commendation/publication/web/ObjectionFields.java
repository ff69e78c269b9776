package vn.commendation.publication.web;

import java.util.UUID;
import org.springframework.util.StringUtils;

/**
 * What is typed to object.
 *
 * @param id of this form: sent twice, it is one objection
 */
record ObjectionFields(String id, String nominationId, String text, String contact) {

  ObjectionFields {
    id = formId(id);
    nominationId = trimmed(nominationId);
    // Browsers count a line end as one character and send two.
    text = trimmed(StringUtils.replace(text, "\r\n", "\n"));
    contact = trimmed(contact);
  }

  static String formId(String id) {
    return id == null || !id.matches("[0-9a-f-]{36}") ? UUID.randomUUID().toString() : id;
  }

  /** No line end gets into a line of a page or a mail. */
  static String oneLine(String text) {
    return trimmed(text == null ? null : text.replaceAll("[\\p{Cntrl}]+", " "));
  }

  static String trimmed(String text) {
    return StringUtils.hasText(text) ? text.strip() : null;
  }
}
