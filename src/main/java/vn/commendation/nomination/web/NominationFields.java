package vn.commendation.nomination.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.StringUtils;
import vn.commendation.award.SubjectKind;
import vn.commendation.nomination.NominationForm;

/** What is typed on the page of a nomination. */
record NominationFields(
    Integer version,
    @NotNull Long campaignId,
    @NotNull SubjectKind subjectKind,
    Long personId,
    String awardCode,
    @Size(max = 300) String title,
    @Size(max = 20_000) String achievements,
    @DateTimeFormat(iso = ISO.DATE) LocalDate periodFrom,
    @DateTimeFormat(iso = ISO.DATE) LocalDate periodTo) {

  NominationFields {
    awardCode = trimmed(awardCode);
    title = trimmed(title);
    // Browsers count a line end as one character and send two.
    achievements = trimmed(StringUtils.replace(achievements, "\r\n", "\n"));
  }

  static NominationFields empty(Long campaignId) {
    return new NominationFields(
        0, campaignId, SubjectKind.INDIVIDUAL, null, null, null, null, null, null);
  }

  static NominationFields of(NominationForm form) {
    return new NominationFields(
        form.version(),
        form.campaignId(),
        form.subjectKind(),
        form.personId(),
        form.awardCode(),
        form.title(),
        form.achievements(),
        form.periodFrom(),
        form.periodTo());
  }

  NominationForm toForm(String id) {
    return new NominationForm(
        id,
        version == null ? 0 : version,
        campaignId,
        subjectKind,
        subjectKind == SubjectKind.INDIVIDUAL ? personId : null,
        awardCode,
        title,
        achievements,
        periodFrom,
        periodTo);
  }

  private static String trimmed(String text) {
    return StringUtils.hasText(text) ? text.strip() : null;
  }
}
