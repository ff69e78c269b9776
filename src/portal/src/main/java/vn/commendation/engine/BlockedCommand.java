package vn.commendation.engine;

import java.time.Instant;

/** A command the engine refused for good: a person has to look at it and send it again. */
public record BlockedCommand(
    String id, String name, String businessId, String lastError, int attempts, Instant createdAt) {}
