package vn.commendation.publication;

/**
 * A list and whether one can still object to it.
 *
 * @param workingDaysLeft working days after today up to the last day; 0 on the last day
 */
public record DisclosureView(DisclosureList list, boolean open, int workingDaysLeft) {}
