package vn.commendation.publication;

import java.time.LocalDate;

/**
 * An objection that came on paper, as the Office enters it.
 *
 * @param id of the form it was entered in
 * @param name of who signed it
 * @param email where the answer goes by mail; {@code null}: the Office answers on paper
 * @param receivedOn day it came in
 */
public record Letter(
    String id,
    String dossierId,
    String nominationId,
    String name,
    String contact,
    String email,
    String text,
    LocalDate receivedOn) {}
