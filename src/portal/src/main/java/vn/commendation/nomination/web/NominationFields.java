package vn.commendation.nomination.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.util.StringUtils;
import vn.commendation.award.SubjectKind;
import vn.commendation.nomination.NominationForm;

/**
 * What is typed on the page of a nomination.
 *
 * @param unplanned whether it is for a deed outside every campaign
 */
record NominationFields(
    Integer version,
    Boolean unplanned,
    Long campaignId,
    @NotNull SubjectKind subjectKind,
    Long personId,
    String awardCode,
    @Size(max = 300) String title,
    @Size(max = 20_000) String achievements,
    @DateTimeFormat(iso = ISO.DATE) LocalDate periodFrom,
    @DateTimeFormat(iso = ISO.DATE) LocalDate periodTo,
    @Size(max = 2000) String lateReason) {

  NominationFields {
    unplanned = Boolean.TRUE.equals(unplanned);
    campaignId = unplanned ? null : campaignId;
    awardCode = trimmed(awardCode);
    title = trimmed(title);
    // Browsers count a line end as one character and send two.
    achievements = trimmed(StringUtils.replace(achievements, "\r\n", "\n"));
    lateReason = trimmed(StringUtils.replace(lateReason, "\r\n", "\n"));
  }

  static NominationFields empty(Long campaignId, boolean unplanned) {
    return new NominationFields(
        0, unplanned, campaignId, SubjectKind.INDIVIDUAL, null, null, null, null, null, null, null);
  }

  static NominationFields of(NominationForm form) {
    return new NominationFields(
        form.version(),
        form.campaignId() == null,
        form.campaignId(),
        form.subjectKind(),
        form.personId(),
        form.awardCode(),
        form.title(),
        form.achievements(),
        form.periodFrom(),
        form.periodTo(),
        form.lateReason());
  }

  /** Whether it says neither a campaign nor that it belongs to none. */
  boolean withoutOccasion() {
    return !unplanned && campaignId == null;
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
        periodTo,
        lateReason);
  }

  private static String trimmed(String text) {
    return StringUtils.hasText(text) ? text.strip() : null;
  }
}
