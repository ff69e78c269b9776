package vn.commendation.facts;

import java.time.LocalDate;

/** Published in the transaction that takes an award back. */
public record AwardRevoked(long awardId, LocalDate on) {}
