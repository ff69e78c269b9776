package vn.commendation.campaign;

import java.time.Instant;

/**
 * What was to be read of a document at a time.
 *
 * @param number counts from 1
 * @param file {@code null} if this version has a link only, or none
 * @param acknowledgedAt when the asking person acknowledged this version; {@code null} if never
 */
public record StudyVersion(int number, StudyFile file, Instant acknowledgedAt) {}
