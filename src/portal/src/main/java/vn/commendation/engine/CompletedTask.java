package vn.commendation.engine;

import java.time.Instant;

/** A user task somebody has completed. */
public record CompletedTask(long taskKey, String elementId, String username, Instant completedAt) {}
