package vn.commendation.nomination;

/** Published in the transaction in which the unit withdraws a nomination that is in a batch. */
public record NominationLeftBatch(String nominationId, String dossierId) {}
