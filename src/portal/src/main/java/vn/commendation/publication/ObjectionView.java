package vn.commendation.publication;

/**
 * An objection as its page shows it.
 *
 * @param raisedByName only for those who may know it
 * @param taskUrl the task in Tasklist for whoever resolves it; {@code null} for others
 */
public record ObjectionView(Objection objection, String raisedByName, String taskUrl) {}
