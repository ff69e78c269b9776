package vn.commendation.document;

import java.time.Instant;

/**
 * A template that was put into force.
 *
 * @param size in bytes
 * @param origin the earlier version it brought back, 0 for the built-in one; {@code null} if it was
 *     uploaded
 * @param uploadedBy name of who did it
 */
public record TemplateVersion(
    int version,
    String name,
    String sha256,
    long size,
    Integer origin,
    String uploadedBy,
    Instant uploadedAt) {}
