package vn.commendation.dossier;

/**
 * A quota as the page shows it.
 *
 * @param name the award, and the year or campaign it is limited in
 * @param held given before, or under way in other batches
 * @param taken of these, those whose places are decided
 * @param base those a share is taken of; 0 if there is none
 * @param text what the rule says, {@code null} before
 */
public record QuotaView(
    String name, int candidates, int held, int taken, int base, boolean exceeded, String text) {}
