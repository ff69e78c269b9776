package vn.commendation.dossier;

/**
 * A council member who has no vote on a nominee.
 *
 * @param personId the member
 * @param reason in the words of who declared it; {@code null} if the registers show it
 */
public record Conflict(
    String nominationId, long personId, String memberName, ConflictKind kind, String reason) {}
