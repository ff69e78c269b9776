package vn.commendation.dashboard;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A campaign that is not over.
 *
 * @param stage text key of where it stands
 * @param opensAt may be {@code null}, like the dates below, as far as the plan does not set them
 * @param nominated cases sent in it
 */
public record CampaignWindow(
    String code,
    String title,
    String stage,
    Instant opensAt,
    Instant closesAt,
    LocalDate reportDueOn,
    long nominated,
    String path) {}
