package vn.commendation.dossier;

import java.time.LocalDate;

/**
 * A dated seat in the Department's Emulation and Commendation Council.
 *
 * @param to last day; {@code null} for an open end
 */
public record CouncilMember(
    long id,
    long personId,
    String name,
    String position,
    CouncilRole role,
    LocalDate from,
    LocalDate to) {}
