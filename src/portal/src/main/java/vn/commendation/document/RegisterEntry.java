package vn.commendation.document;

import java.time.Instant;

/**
 * A line of the register of outgoing documents.
 *
 * @param registeredBy name of who registered it
 */
public record RegisterEntry(
    RegisteredNumber number, String title, String registeredBy, Instant registeredAt) {}
