package vn.commendation.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.audit.AuditTrail;
import vn.commendation.engine.EngineCommands;
import vn.commendation.nomination.BatchedNominations;
import vn.commendation.notification.Notices;

/** Gives a batch its code, its nominations and its process, all in the caller's transaction. */
@Component
class Opening {

  private final DossierRepository dossiers;
  private final BatchedNominations nominations;
  private final EngineCommands engine;
  private final AuditTrail audit;
  private final Notices notices;
  private final JdbcClient jdbc;
  private final Clock clock;

  Opening(
      DossierRepository dossiers,
      BatchedNominations nominations,
      EngineCommands engine,
      AuditTrail audit,
      Notices notices,
      JdbcClient jdbc,
      Clock clock) {
    this.dossiers = dossiers;
    this.nominations = nominations;
    this.engine = engine;
    this.audit = audit;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The next code of the year, without gaps: the series stays locked until the commit. */
  String nextCode() {
    var year = LocalDate.now(clock).getYear();
    jdbc.sql(
            """
            insert into dossier_series values (?, 1)
            on duplicate key update last_number = last_number + 1""")
        .param(year)
        .update();
    var number =
        jdbc.sql("select last_number from dossier_series where year = ?")
            .param(year)
            .query(Integer.class)
            .single();
    return "TTr-%d-%03d".formatted(year, number);
  }

  /** Stores a new batch and lets its process start. */
  void start(Dossier dossier) {
    dossiers.save(dossier);
    for (var item : dossier.items()) {
      nominations.join(item.nominationId(), dossier.getId(), dossier.code());
    }
    engine.publish(
        "dossier-opened",
        dossier.getId(),
        dossier.getId(),
        Map.of("dossierId", dossier.getId(), "code", dossier.code()));
  }

  /** Lets nominees of a batch that goes on without them go on in one of their own. */
  void splitOff(
      Dossier dossier, List<DossierItem> items, boolean conflictNoted, String by, String reason) {
    var next = dossier.followUp(nextCode(), items, conflictNoted, clock.instant());
    items.forEach(item -> nominations.leave(item.nominationId(), by, reason));
    start(next);
    var actor = notices.get("audit-actor.system");
    audit.append(
        AuditTrail.SYSTEM,
        actor,
        "dossier.split-off",
        dossier.getId(),
        reason + " → " + next.code());
    audit.append(
        AuditTrail.SYSTEM,
        actor,
        "dossier.followed-up",
        next.getId(),
        reason + " ← " + dossier.code());
  }
}
