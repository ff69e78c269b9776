package vn.commendation.engine;

import java.time.Instant;
import java.util.List;

/**
 * The open incidents as the portal last heard of them.
 *
 * @param incidents the newest first; bounded
 * @param total how many there are
 * @param readAt when the engine was last asked with success; {@code null} before the first time
 * @param error why the last attempt failed; {@code null} if it did not
 */
public record IncidentReport(
    List<OpenIncident> incidents, long total, Instant readAt, String error) {}
