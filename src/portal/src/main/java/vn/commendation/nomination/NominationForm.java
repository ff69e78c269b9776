package vn.commendation.nomination;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import vn.commendation.award.SubjectKind;

/**
 * What a unit head writes. A draft may be incomplete; what is missing is told before submission.
 *
 * @param id random and given out with the empty form, so that a form sent twice is one draft
 * @param version of the nomination the form was filled from; 0 for a new one
 * @param campaignId {@code null} for an unplanned commendation (đột xuất), outside every campaign
 * @param personId the nominee of an individual nomination; a collective one is for the nominating
 *     unit itself
 * @param lateReason why it comes after the window of the campaign has closed
 */
public record NominationForm(
    @NotNull @Pattern(regexp = "[0-9a-f-]{36}") String id,
    int version,
    Long campaignId,
    @NotNull SubjectKind subjectKind,
    Long personId,
    String awardCode,
    @Size(max = 300) String title,
    @Size(max = 20_000) String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    @Size(max = 2000) String lateReason) {

  public NominationForm {
    title = title == null ? "" : title.strip();
    achievements = achievements == null ? "" : achievements.strip();
    awardCode = awardCode == null || awardCode.isBlank() ? null : awardCode;
    lateReason = lateReason == null || lateReason.isBlank() ? null : lateReason.strip();
  }

  /** A nomination within the window of its campaign. */
  public NominationForm(
      String id,
      int version,
      Long campaignId,
      SubjectKind subjectKind,
      Long personId,
      String awardCode,
      String title,
      String achievements,
      LocalDate periodFrom,
      LocalDate periodTo) {
    this(
        id,
        version,
        campaignId,
        subjectKind,
        personId,
        awardCode,
        title,
        achievements,
        periodFrom,
        periodTo,
        null);
  }
}
