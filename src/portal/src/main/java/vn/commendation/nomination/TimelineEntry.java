package vn.commendation.nomination;

import java.time.Instant;

/** One step of a nomination: who, when, what ({@code audit.} and action is its text), why. */
public record TimelineEntry(Instant at, String who, String action, String reason) {}
