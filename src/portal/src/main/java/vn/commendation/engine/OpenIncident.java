package vn.commendation.engine;

import java.net.URI;
import java.time.Instant;

/**
 * A place where an instance cannot go on until a person has looked.
 *
 * @param type as the engine names it, such as {@code JOB_NO_RETRIES}
 * @param processId {@code null}, like the element, until the engine has told it
 * @param owner what the instance carries; {@code null} if no module knows it
 * @param monitorUrl where this very instance is watched
 */
public record OpenIncident(
    String type,
    String message,
    String processId,
    String elementId,
    Instant openedAt,
    InstanceOwner owner,
    URI monitorUrl) {}
