package vn.commendation.dossier;

/**
 * Which batches a list shows; whatever is {@code null} or {@code false} does not matter.
 *
 * @param text part of a number or title
 * @param overdue only what is over the deadline of its step
 */
public record DossierFilter(String text, DossierStatus status, boolean overdue) {}
