package vn.commendation.publication;

import java.time.Instant;

/**
 * A list as the overview of lists shows it.
 *
 * @param nominees how many are on it
 * @param open whether objections are still taken
 */
public record DisclosureSummary(
    String dossierId, String title, Instant from, Instant until, int nominees, boolean open) {}
