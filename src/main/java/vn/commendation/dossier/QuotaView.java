package vn.commendation.dossier;

/** A quota as the page shows it; {@code text} is what the rule says, {@code null} before. */
public record QuotaView(
    String awardName,
    int year,
    int candidates,
    int held,
    int base,
    boolean exceeded,
    String text) {}
