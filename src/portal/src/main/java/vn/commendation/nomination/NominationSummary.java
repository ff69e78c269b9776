package vn.commendation.nomination;

import java.time.Instant;
import vn.commendation.award.SubjectKind;

/**
 * A line of a list.
 *
 * @param code {@code null} for a draft
 * @param dueAt when the step it stands at is due; may be {@code null}
 */
public record NominationSummary(
    String id,
    String code,
    String nomineeName,
    SubjectKind subjectKind,
    String unitName,
    String awardName,
    String campaignTitle,
    NominationStatus status,
    Instant updatedAt,
    Instant dueAt) {}
