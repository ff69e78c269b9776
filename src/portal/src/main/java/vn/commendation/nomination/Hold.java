package vn.commendation.nomination;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A nomination that is not considered for now.
 *
 * @param reviewOn when it goes back to the check by itself
 */
public record Hold(
    String id, HoldKind kind, String reason, LocalDate reviewOn, String heldBy, Instant heldAt) {}
