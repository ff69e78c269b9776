package vn.commendation.campaign;

import java.time.Instant;

/** One step of a campaign: who, when, what ({@code audit.} and action is its text), why. */
public record TimelineEntry(Instant at, String who, String action, String reason) {}
