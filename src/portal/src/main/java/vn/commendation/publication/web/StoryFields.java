package vn.commendation.publication.web;

import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.StringUtils;
import vn.commendation.publication.StoryForm;

/**
 * What is typed of a story.
 *
 * @param id of this form: sent twice, it is one story
 */
record StoryFields(
    String id,
    Integer version,
    String title,
    String lead,
    String body,
    Long awardId,
    String pictureAlt,
    Boolean removePicture,
    String consentBy,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate consentOn) {

  StoryFields {
    id = ObjectionFields.formId(id);
    version = version == null ? 0 : version;
    removePicture = Boolean.TRUE.equals(removePicture);
    title = ObjectionFields.oneLine(title);
    lead = ObjectionFields.oneLine(lead);
    body = ObjectionFields.trimmed(StringUtils.replace(body, "\r\n", "\n"));
    pictureAlt = ObjectionFields.oneLine(pictureAlt);
    consentBy = ObjectionFields.oneLine(consentBy);
  }

  static StoryFields of(StoryForm form) {
    return new StoryFields(
        form.id(),
        form.version(),
        form.title(),
        form.lead(),
        form.body(),
        form.awardId(),
        form.pictureAlt(),
        false,
        form.consentBy(),
        form.consentOn());
  }

  StoryForm form() {
    return new StoryForm(id, version, title, lead, body, awardId, pictureAlt, consentBy, consentOn);
  }
}
