package vn.commendation.revocation;

import java.time.LocalDate;

/**
 * What the province answered to a proposal to revoke.
 *
 * @param revoked {@code null} if nothing was chosen
 * @param reference number of its document
 */
public record BoardAnswer(Boolean revoked, String reference, LocalDate answeredOn, String note) {}
