package vn.commendation.dossier;

import java.time.Instant;

/** One step of a batch: who, when, what ({@code audit.} and action is its text), why. */
public record DossierEvent(Instant at, String who, String action, String reason) {}
