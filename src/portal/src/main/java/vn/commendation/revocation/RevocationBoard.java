package vn.commendation.revocation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.audit.AuditTrail;
import vn.commendation.dashboard.LateSource;
import vn.commendation.dashboard.LateWork;
import vn.commendation.dashboard.StageBoard;
import vn.commendation.dashboard.StageBoard.StageCount;
import vn.commendation.dashboard.StageSource;
import vn.commendation.engine.InstanceOwner;
import vn.commendation.engine.InstanceOwners;
import vn.commendation.storage.Utc;

/** What the dashboard shows of the revocations. */
@Component
@Order(3)
@Transactional(readOnly = true)
class RevocationBoard implements StageSource, LateSource, InstanceOwners {

  private static final String LABELS = "revocation.status.";
  private static final List<String> UNDER_WAY =
      Arrays.stream(RevocationStatus.values())
          .filter(status -> !status.ended())
          .map(Enum::name)
          .toList();

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  RevocationBoard(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Override
  public StageBoard stages(Instant now) {
    return new StageBoard(
        "revocation.list",
        LABELS,
        "/revocations",
        UNDER_WAY,
        jdbc.sql(
                """
                select status as stage, unit_id, unit_name, count(*) as count,
                  cast(sum(coalesce(due_at < :now, 0)) as signed) as late
                from revocation where status in (:underWay)
                group by status, unit_id, unit_name""")
            .param("now", Utc.of(now))
            .param("underWay", UNDER_WAY)
            .query(StageCount.class)
            .list());
  }

  private record Late(
      String id,
      String code,
      String nomineeName,
      String unitName,
      RevocationStatus status,
      Instant dueAt) {}

  @Override
  public List<LateWork> late(Instant now, int most) {
    var late =
        jdbc.sql(
                """
                select id, code, nominee_name, unit_name, status, due_at from revocation
                where status in (:underWay) and due_at < :now order by due_at, id limit :most""")
            .param("underWay", UNDER_WAY)
            .param("now", Utc.of(now))
            .param("most", most)
            .query(
                (row, n) ->
                    new Late(
                        row.getString("id"),
                        row.getString("code"),
                        row.getString("nominee_name"),
                        row.getString("unit_name"),
                        RevocationStatus.valueOf(row.getString("status")),
                        Utc.instant(row, "due_at")))
            .list();
    var last = audit.latest(late.stream().map(Late::id).toList());
    return late.stream()
        .map(
            one -> {
              var event = last.get(one.id());
              return new LateWork(
                  one.code(),
                  one.nomineeName(),
                  one.unitName(),
                  LABELS + one.status(),
                  one.dueAt(),
                  holder(one.status()),
                  null,
                  event == null ? null : "audit." + event.action(),
                  event == null ? null : event.actorName(),
                  event == null ? null : event.at(),
                  event == null ? null : event.reason(),
                  "/revocations/" + one.id());
            })
        .toList();
  }

  private static String holder(RevocationStatus status) {
    return switch (status) {
      case DECISION -> "dashboard.holder.leadership";
      case NUMBER -> "role.CLERK";
      case BOARD -> "dashboard.holder.province";
      default -> "dashboard.holder.system";
    };
  }

  @Override
  public List<InstanceOwner> of(Collection<Long> processInstanceKeys) {
    return jdbc.sql(
            """
            select process_instance_key, concat(code, ' – ', nominee_name) as title,
              concat('/revocations/', id) as path
            from revocation where process_instance_key in (:keys)""")
        .param("keys", processInstanceKeys)
        .query(InstanceOwner.class)
        .list();
  }
}
