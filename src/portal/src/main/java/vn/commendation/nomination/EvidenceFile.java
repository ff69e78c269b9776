package vn.commendation.nomination;

import java.time.Instant;

/** A file that proves achievements; {@code size} in bytes. */
public record EvidenceFile(
    long id, String name, String contentType, long size, String sha256, Instant uploadedAt) {}
