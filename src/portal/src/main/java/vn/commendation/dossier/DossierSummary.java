package vn.commendation.dossier;

import java.time.Instant;
import vn.commendation.award.DecidingAuthority;

/** A line of a list of batches. */
public record DossierSummary(
    String id,
    String code,
    String title,
    DecidingAuthority authority,
    DossierStatus status,
    long size,
    Instant updatedAt,
    Instant dueAt) {}
