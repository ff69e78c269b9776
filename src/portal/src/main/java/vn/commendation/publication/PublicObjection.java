package vn.commendation.publication;

/**
 * An objection as somebody without an account writes it.
 *
 * @param id of the form it was written in
 * @param consent whether the sender agrees that the Office keeps name and address
 * @param trap a field no person sees; what fills it is no person
 */
public record PublicObjection(
    String id,
    String dossierId,
    String nominationId,
    String name,
    String email,
    String text,
    boolean consent,
    String trap) {}
