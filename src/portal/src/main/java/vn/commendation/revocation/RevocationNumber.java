package vn.commendation.revocation;

import java.time.LocalDate;

/**
 * What somebody entered in the form of {@code RegisterRevocationNumber}.
 *
 * @param username who completed the task
 * @param wanted {@code null} for the next number
 * @param date of the document; {@code null} if none was entered
 */
public record RevocationNumber(String username, Integer wanted, LocalDate date) {}
