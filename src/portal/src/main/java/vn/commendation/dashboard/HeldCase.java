package vn.commendation.dashboard;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A case that is not considered for now.
 *
 * @param kind text key of what stands against it
 * @param reviewOn when it is looked at again by itself
 */
public record HeldCase(
    String code,
    String nominee,
    String unitName,
    String kind,
    String heldBy,
    Instant since,
    LocalDate reviewOn,
    String path) {}
