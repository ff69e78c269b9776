package vn.commendation.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditEntry;
import vn.commendation.audit.AuditTrail;
import vn.commendation.dashboard.LateSource;
import vn.commendation.dashboard.LateWork;
import vn.commendation.dashboard.StageBoard;
import vn.commendation.dashboard.StageBoard.StageCount;
import vn.commendation.dashboard.StageSource;
import vn.commendation.engine.InstanceOwner;
import vn.commendation.engine.InstanceOwners;
import vn.commendation.storage.Utc;

/** What the dashboard shows of the batches. */
@Component
@Order(2)
@Transactional(readOnly = true)
class DossierBoard implements StageSource, LateSource, InstanceOwners {

  private static final String LABELS = "dossier-status.";
  private static final List<String> UNDER_WAY =
      Arrays.stream(DossierStatus.values())
          .filter(status -> !status.ended())
          .map(Enum::name)
          .toList();

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  DossierBoard(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Override
  public StageBoard stages(Instant now) {
    return new StageBoard(
        "nav.dossiers",
        LABELS,
        "/dossiers",
        UNDER_WAY,
        jdbc.sql(
                """
                select status as stage, cast(null as signed) as unit_id,
                  cast(null as char) as unit_name, count(*) as count,
                  cast(sum(coalesce(due_at < :now, 0)) as signed) as late
                from dossier where status in (:underWay) group by status""")
            .param("now", Utc.of(now))
            .param("underWay", UNDER_WAY)
            .query(StageCount.class)
            .list());
  }

  private record Late(
      String id,
      String code,
      String title,
      DossierStatus status,
      Instant dueAt,
      String signatoryName) {}

  @Override
  public List<LateWork> late(Instant now, int most) {
    var late =
        jdbc.sql(
                """
                select id, code, title, status, due_at, signatory_name from dossier
                where status in (:underWay) and due_at < :now order by due_at, id limit :most""")
            .param("underWay", UNDER_WAY)
            .param("now", Utc.of(now))
            .param("most", most)
            .query(
                (row, n) ->
                    new Late(
                        row.getString("id"),
                        row.getString("code"),
                        row.getString("title"),
                        DossierStatus.valueOf(row.getString("status")),
                        Utc.instant(row, "due_at"),
                        row.getString("signatory_name")))
            .list();
    var last = audit.latest(late.stream().map(Late::id).toList());
    return late.stream().map(one -> work(one, last.get(one.id()))).toList();
  }

  private static LateWork work(Late late, AuditEntry last) {
    var signatory = late.status() == DossierStatus.SIGNATURE ? late.signatoryName() : null;
    return new LateWork(
        late.code(),
        late.title(),
        null,
        LABELS + late.status(),
        late.dueAt(),
        signatory == null ? holder(late.status()) : null,
        signatory,
        last == null ? null : "audit." + last.action(),
        last == null ? null : last.actorName(),
        last == null ? null : last.at(),
        last == null ? null : last.reason(),
        "/dossiers/" + late.id());
  }

  private static String holder(DossierStatus status) {
    return switch (status) {
      case BALLOT, QUOTA_SELECTION -> "role.COUNCIL_SECRETARY";
      case SIGNATURE -> "dashboard.holder.leadership";
      case REVISION, BOARD_SUPPLEMENT -> "dashboard.holder.office";
      case NUMBER -> "role.CLERK";
      case BOARD -> "dashboard.holder.province";
      default -> "dashboard.holder.system";
    };
  }

  @Override
  public List<InstanceOwner> of(Collection<Long> processInstanceKeys) {
    return jdbc.sql(
            """
            select process_instance_key, concat(code, ' – ', title) as title,
              concat('/dossiers/', id) as path
            from dossier where process_instance_key in (:keys)""")
        .param("keys", processInstanceKeys)
        .query(InstanceOwner.class)
        .list();
  }
}
