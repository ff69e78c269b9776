package vn.commendation.dossier;

import java.time.Instant;
import java.util.List;
import vn.commendation.audit.AuditTrail;

/** One step of a batch: who, when, what ({@code audit.} and action is its text), why. */
public record DossierEvent(Instant at, String who, String action, String reason) {

  /** The batch's own steps: the register, too, notes under its id what it gave the batch. */
  static List<DossierEvent> of(Dossier dossier, AuditTrail audit) {
    return audit.of(dossier.getId()).stream()
        .filter(entry -> entry.action().startsWith("dossier."))
        .map(
            entry ->
                new DossierEvent(entry.at(), entry.actorName(), entry.action(), entry.reason()))
        .toList();
  }
}
