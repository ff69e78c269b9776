package vn.commendation.directory;

import java.time.LocalDate;
import java.util.Set;

/**
 * Who may sign what, and for how long.
 *
 * @param username the signatory's account; {@code null} if the person has none that is enabled
 * @param validTo last day; {@code null} for an open end, which only a head or deputy may have
 * @param basis the document that assigns it
 */
public record SigningAssignment(
    long id,
    long personId,
    String personName,
    String username,
    SigningCapacity capacity,
    Set<SigningMatter> matters,
    LocalDate validFrom,
    LocalDate validTo,
    String basis) {}
