package vn.commendation.publication;

import java.time.Instant;

/**
 * An objection to a nominee on a disclosure list.
 *
 * @param upheld {@code null} while it is not resolved
 * @param resolution why it was upheld or not
 */
public record Objection(
    String id,
    String dossierId,
    String nominationId,
    String nomineeName,
    String raisedBy,
    String contact,
    String text,
    Instant raisedAt,
    Boolean upheld,
    String resolution,
    String resolvedBy,
    Instant resolvedAt) {}
