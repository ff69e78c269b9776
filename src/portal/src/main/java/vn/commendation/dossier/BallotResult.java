package vn.commendation.dossier;

/** What the decision {@code ballot} says of one nominee. */
public record BallotResult(String itemId, boolean passed, String text) {}
