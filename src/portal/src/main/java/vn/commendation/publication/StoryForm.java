package vn.commendation.publication;

import java.time.LocalDate;

/**
 * A story as it is written.
 *
 * @param version the writer saw; 0 for a new one
 * @param awardId entry of the roll it is about; {@code null} if there is none
 * @param pictureAlt what the picture shows, for who does not see it
 * @param consentBy who agreed to be shown; needed before it is published, like the day
 */
public record StoryForm(
    String id,
    int version,
    String title,
    String lead,
    String body,
    Long awardId,
    String pictureAlt,
    String consentBy,
    LocalDate consentOn) {}
