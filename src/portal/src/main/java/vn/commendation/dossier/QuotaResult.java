package vn.commendation.dossier;

/** What the decision {@code quota} says of one line; {@code award} is the line's key. */
public record QuotaResult(String award, boolean exceeded, String text) {}
