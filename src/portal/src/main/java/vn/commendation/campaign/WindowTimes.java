package vn.commendation.campaign;

import java.time.OffsetDateTime;

/**
 * What the {@code campaign} process times itself by. Its components are the process variables of
 * the same names.
 *
 * @param closesAt {@code null} if there is no deadline
 * @param reminderCycle ISO 8601 repeating interval
 */
public record WindowTimes(
    OffsetDateTime opensAt, OffsetDateTime closesAt, boolean hasDeadline, String reminderCycle) {}
