package vn.commendation.dossier;

/** A nominee as a Tasklist form shows it. */
public record TaskLine(String nominee, String unit, String award, String votes) {}
