package vn.commendation.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An objection to a nominee on a disclosure list.
 *
 * @param raisedBy user name; {@code null} for somebody without an account
 * @param email where the answer goes to somebody without an account; {@code null} if not known
 * @param receivedOn of a letter; else {@code null}
 * @param enteredBy name of who entered a letter; else {@code null}
 * @param upheld {@code null} while it is not resolved
 * @param resolution why it was upheld or not
 */
public record Objection(
    String id,
    String dossierId,
    String nominationId,
    String nomineeName,
    ObjectionSource source,
    String raisedBy,
    String contact,
    String email,
    LocalDate receivedOn,
    String enteredBy,
    String text,
    Instant raisedAt,
    Boolean upheld,
    String resolution,
    String resolvedBy,
    Instant resolvedAt) {

  /** Not kept yet, and not answered. */
  static Objection written(
      String id,
      String dossierId,
      String nominationId,
      ObjectionSource source,
      String raisedBy,
      String contact,
      String text) {
    return new Objection(
        id,
        dossierId,
        nominationId,
        null,
        source,
        raisedBy,
        contact,
        null,
        null,
        null,
        text,
        null,
        null,
        null,
        null,
        null);
  }

  /** With where the answer goes, and for a letter when it came and who entered it. */
  Objection from(String address, LocalDate received, String officer) {
    return new Objection(
        id,
        dossierId,
        nominationId,
        nomineeName,
        source,
        raisedBy,
        contact,
        address,
        received,
        officer,
        text,
        raisedAt,
        upheld,
        resolution,
        resolvedBy,
        resolvedAt);
  }
}
