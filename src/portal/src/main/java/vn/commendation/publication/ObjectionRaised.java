package vn.commendation.publication;

/** Published in the transaction that takes an objection. */
public record ObjectionRaised(String objectionId, String dossierId, String nominationId) {}
