package vn.commendation.directory;

import java.time.LocalDate;
import java.util.Set;

/** An assignment to sign as somebody enters it; anything may still be missing. */
public record NewSigningAssignment(
    Long personId,
    SigningCapacity capacity,
    Set<SigningMatter> matters,
    LocalDate validFrom,
    LocalDate validTo,
    String basis) {}
