package vn.commendation.campaign;

import java.time.Instant;

/** The file of one version of a document to be studied; {@code size} in bytes. */
public record StudyFile(String name, String contentType, long size, Instant uploadedAt) {}
