package vn.commendation.recovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import vn.commendation.storage.Utc;

/** What comparisons found, and what was done about it, as the database keeps it. */
@Component
@Transactional
class Reconciliations {

  /** Comparisons of so many nights can be looked up. */
  private static final int MOST_KEPT = 60;

  private static final int LONGEST = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  Reconciliations(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /** A drift with what was done about it. */
  record Line(long id, Drift drift, Outcome outcome, String problem) {}

  String begin(String requestedBy) {
    var id = UUID.randomUUID().toString();
    jdbc.sql("insert into reconciliation (id, requested_by, started_at) values (?, ?, ?)")
        .params(id, requestedBy, Utc.now(clock))
        .update();
    return id;
  }

  /** Keeps what was found; a second time for the same comparison replaces the first. */
  void finish(String id, List<Drift> drifts, int cases, int instances) {
    jdbc.sql("delete from drift where reconciliation_id = ?").param(id).update();
    batches.batchUpdate(
        """
        insert into drift (reconciliation_id, kind, process_id, business_id, title, path, expected,
          found, instance_keys) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        drifts,
        LONGEST,
        (row, drift) -> {
          row.setString(1, id);
          row.setString(2, drift.kind().name());
          row.setString(3, drift.processId());
          row.setString(4, drift.businessId());
          row.setString(5, cut(drift.title()));
          row.setString(6, drift.path());
          row.setString(7, drift.state());
          row.setString(8, cut(drift.found()));
          row.setString(9, keys(drift.instances()));
        });
    jdbc.sql(
            """
            update reconciliation set finished_at = ?, cases = ?, instances = ?, error = null
            where id = ?""")
        .params(Utc.now(clock), cases, instances, id)
        .update();
    forgetOld();
  }

  private void forgetOld() {
    var old =
        jdbc.sql("select id from reconciliation order by started_at desc limit ?, 1000")
            .param(MOST_KEPT)
            .query(String.class)
            .list();
    if (!old.isEmpty()) {
      jdbc.sql("delete from drift where reconciliation_id in (:old)").param("old", old).update();
      jdbc.sql("delete from reconciliation where id in (:old)").param("old", old).update();
    }
  }

  void fail(String id, String why) {
    jdbc.sql("update reconciliation set error = ? where id = ?").params(cut(why), id).update();
  }

  @Transactional(readOnly = true)
  public Optional<Reconciliation> latest() {
    return jdbc.sql("select * from reconciliation order by started_at desc, id limit 1")
        .query((row, n) -> reconciliation(row))
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<Reconciliation> latestFinished() {
    return jdbc.sql(
            """
            select * from reconciliation where finished_at is not null
            order by started_at desc, id limit 1""")
        .query((row, n) -> reconciliation(row))
        .optional();
  }

  /** How many drifts of each kind. */
  @Transactional(readOnly = true)
  public Map<DriftKind, Long> counts(String id) {
    record Count(String kind, long number) {}
    return jdbc
        .sql("select kind, count(*) as number from drift where reconciliation_id = ? group by kind")
        .param(id)
        .query(Count.class)
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                count -> DriftKind.valueOf(count.kind()),
                Count::number,
                Long::sum,
                () -> new EnumMap<>(DriftKind.class)));
  }

  /** Drifts from one id on. */
  @Transactional(readOnly = true)
  public List<Line> lines(String id, long after, int most) {
    return jdbc.sql(
            "select * from drift where reconciliation_id = ? and id > ? order by id limit ?")
        .params(id, after, most)
        .query((row, n) -> line(row))
        .list();
  }

  /** What tells the drifts of a comparison apart. */
  @Transactional(readOnly = true)
  public Set<String> identities(String id) {
    return jdbc.sql("select * from drift where reconciliation_id = ?")
        .param(id)
        .query((row, n) -> line(row).drift().identity())
        .set();
  }

  void done(long drift, Outcome outcome, String problem) {
    jdbc.sql("update drift set outcome = ?, problem = ? where id = ?")
        .params(outcome.name(), cut(problem), drift)
        .update();
  }

  /**
   * Notes that somebody wants the rebuild.
   *
   * @return false if it was wanted before, or this is not the latest comparison any more
   */
  boolean wanted(String id, String by) {
    var latest = latest().filter(last -> last.id().equals(id) && last.finishedAt() != null);
    return latest.isPresent()
        && jdbc.sql("update reconciliation set rebuilt_by = ? where id = ? and rebuilt_by is null")
                .params(by, id)
                .update()
            == 1;
  }

  void rebuilt(String id) {
    jdbc.sql("update reconciliation set rebuild_ends = ?, error = null where id = ?")
        .params(Utc.now(clock), id)
        .update();
  }

  private static String keys(List<Long> keys) {
    return cut(keys.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static Reconciliation reconciliation(ResultSet row) throws SQLException {
    return new Reconciliation(
        row.getString("id"),
        row.getString("requested_by"),
        Utc.instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInt("cases"),
        row.getInt("instances"),
        row.getString("error"),
        row.getString("rebuilt_by"),
        instant(row, "rebuild_ends"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : Utc.instant(row, column);
  }

  private static Line line(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new Line(
        row.getLong("id"),
        new Drift(
            DriftKind.valueOf(row.getString("kind")),
            row.getString("process_id"),
            row.getString("business_id"),
            row.getString("title"),
            row.getString("path"),
            row.getString("expected"),
            row.getString("found"),
            Arrays.stream(row.getString("instance_keys").split(","))
                .filter(StringUtils::hasText)
                .filter(key -> key.chars().allMatch(Character::isDigit))
                .map(Long::valueOf)
                .toList()),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("problem"));
  }
}
