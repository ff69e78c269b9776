package vn.commendation.revocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.commendation.audit.AuditEntry;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.engine.Way;

/**
 * A revocation as its page shows it.
 *
 * @param dependents awards to be checked again; before it is carried out, those that would be
 * @param element the BPMN element where it stands; {@code null} if at none
 * @param way the way it took through its process
 * @param mayRecord whether the reader may record answers, checks and what was recovered
 */
public record RevocationDetails(
    RevocationSummary summary,
    DecidingAuthority authority,
    String decisionNumber,
    LocalDate decidedOn,
    String nominationId,
    RevocationCause cause,
    String explanation,
    String reference,
    String proposedByName,
    String judgedByName,
    Instant judgedAt,
    String judgementReason,
    String numberSymbol,
    LocalDate numberDate,
    String boardReference,
    LocalDate boardAnsweredOn,
    String boardNote,
    List<Dependent> dependents,
    boolean carriedOut,
    List<Recovery> recoveries,
    List<AuditEntry> timeline,
    boolean mayRecord,
    String taskUrl,
    String monitorUrl,
    String element,
    Way way) {

  /** Money or an item that was given back. */
  public record Recovery(String note, String recordedByName, Instant recordedAt) {}
}
