package vn.commendation.nomination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A nomination as it was submitted once.
 *
 * @param files the evidence at that time, removed files too
 */
public record NominationVersion(
    int revision,
    Instant submittedAt,
    String submittedBy,
    String nomineeName,
    String nomineePosition,
    String unitName,
    String awardName,
    String title,
    String achievements,
    LocalDate periodFrom,
    LocalDate periodTo,
    List<EvidenceFile> files) {}
