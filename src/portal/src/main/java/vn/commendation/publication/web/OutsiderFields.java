package vn.commendation.publication.web;

import org.springframework.util.StringUtils;

/**
 * What somebody without an account types to object.
 *
 * @param id of this form: sent twice, it is one objection
 * @param consent never {@code null}; a box left empty sends nothing
 * @param website a trap: no person sees the field
 */
record OutsiderFields(
    String id,
    String nominationId,
    String name,
    String email,
    String text,
    Boolean consent,
    String website) {

  OutsiderFields {
    id = ObjectionFields.formId(id);
    consent = Boolean.TRUE.equals(consent);
    nominationId = ObjectionFields.trimmed(nominationId);
    consent = Boolean.TRUE.equals(consent);
    name = ObjectionFields.oneLine(name);
    email = ObjectionFields.trimmed(email);
    text = ObjectionFields.trimmed(StringUtils.replace(text, "\r\n", "\n"));
  }
}
