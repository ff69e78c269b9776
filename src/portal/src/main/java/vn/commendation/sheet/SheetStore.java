package vn.commendation.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.spreadsheet.SheetRow;
import vn.commendation.storage.Utc;

/** Nomination sheets and their rows in the database. */
@Component
class SheetStore {

  private static final int MOST_LISTED = 50;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final ObjectMapper json;
  private final Clock clock;

  SheetStore(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
    this.clock = clock;
  }

  /** A sheet without its rows. */
  record Sheet(
      String id,
      Long campaignId,
      long unitId,
      String fileName,
      SheetProgress progress,
      String uploadedBy,
      Instant uploadedAt,
      String steppedBy,
      boolean withEvidenceOnly) {

    SheetStatus status() {
      return progress.status();
    }
  }

  void insert(
      String id,
      Long campaignId,
      long unitId,
      String fileName,
      String sha256,
      String fingerprint,
      int rows,
      String username) {
    jdbc.sql(
            """
            insert into nomination_sheet (id, campaign_id, unit_id, file_name, sha256, fingerprint,
              status, row_count, step_count, uploaded_by, uploaded_at, stepped_by, stepped_at)
            values (?, ?, ?, ?, ?, ?, 'CHECKING', ?, ?, ?, ?, ?, ?)""")
        .param(id)
        .param(campaignId)
        .param(unitId)
        .param(fileName)
        .param(sha256)
        .param(fingerprint)
        .param(rows)
        .param(rows)
        .param(username)
        .param(Utc.now(clock))
        .param(username)
        .param(Utc.now(clock))
        .update();
  }

  void insertRows(String id, List<SheetRow> rows) {
    batches.batchUpdate(
        """
        insert into nomination_sheet_row (sheet_id, number, cells, state, rank_in_page)
        values (?, ?, ?, ?, ?)""",
        rows.stream()
            .map(
                row ->
                    new Object[] {
                      id,
                      row.number(),
                      write(row.cells()),
                      RowState.NEW.name(),
                      RowState.NEW.ordinal()
                    })
            .toList());
  }

  Optional<String> findByFingerprint(String fingerprint) {
    return jdbc.sql("select id from nomination_sheet where fingerprint = ?")
        .param(fingerprint)
        .query(String.class)
        .optional();
  }

  Optional<Sheet> find(String id) {
    return jdbc.sql("select * from nomination_sheet where id = ?")
        .param(id)
        .query((row, index) -> sheet(row))
        .optional();
  }

  /** The sheet, and nobody else takes a step with it until the transaction ends. */
  Optional<Sheet> lock(String id) {
    return jdbc.sql("select * from nomination_sheet where id = ? for update")
        .param(id)
        .query((row, index) -> sheet(row))
        .optional();
  }

  List<Sheet> ofUnit(long unitId) {
    return jdbc.sql(
            """
            select * from nomination_sheet where unit_id = ? and status <> 'DISCARDED'
            order by uploaded_at desc, id limit ?""")
        .params(unitId, MOST_LISTED)
        .query((row, index) -> sheet(row))
        .list();
  }

  /** Sheets with rows that can be imported, the oldest first. */
  List<Sheet> importable(long unitId, int most) {
    return jdbc.sql(
            """
            select * from nomination_sheet s where unit_id = ? and status = 'READY'
              and exists (select 1 from nomination_sheet_row r
                where r.sheet_id = s.id and r.state in ('GOOD', 'INCOMPLETE'))
            order by uploaded_at, id limit ?""")
        .params(unitId, most)
        .query((row, index) -> sheet(row))
        .list();
  }

  Optional<SheetProgress> progress(String id) {
    return jdbc.sql("select status, done_count, step_count from nomination_sheet where id = ?")
        .param(id)
        .query((row, index) -> progress(row))
        .optional();
  }

  /** How many rows of each sheet stand in which state. */
  Map<String, Map<RowState, Integer>> counts(Collection<String> ids) {
    var counts = new HashMap<String, Map<RowState, Integer>>();
    if (ids.isEmpty()) {
      return counts;
    }
    jdbc.sql(
            """
            select sheet_id, state, count(*) as amount from nomination_sheet_row
            where sheet_id in (:ids) group by sheet_id, state""")
        .param("ids", ids)
        .query(
            row -> {
              counts
                  .computeIfAbsent(row.getString("sheet_id"), id -> new EnumMap<>(RowState.class))
                  .put(RowState.valueOf(row.getString("state")), row.getInt("amount"));
            });
    return counts;
  }

  /** Rows to show: those to look at first come first. */
  List<SheetLine> page(String id, RowState state, long offset, int limit) {
    return jdbc.sql(
            """
            select * from nomination_sheet_row
            where sheet_id = :id and (:state is null or state = :state)
            order by rank_in_page, number limit :limit offset :offset""")
        .param("id", id)
        .param("state", state == null ? null : state.name())
        .param("limit", limit)
        .param("offset", offset)
        .query((row, index) -> line(row))
        .list();
  }

  /** Rows to work on, in their order in the sheet. */
  List<SheetLine> after(String id, Collection<RowState> states, int number, int limit) {
    return jdbc.sql(
            """
            select * from nomination_sheet_row
            where sheet_id = :id and state in (:states) and number > :number
            order by number limit :limit""")
        .param("id", id)
        .param("states", states.stream().map(RowState::name).toList())
        .param("number", number)
        .param("limit", limit)
        .query((row, index) -> line(row))
        .list();
  }

  /** What came out of a step for some rows. */
  void save(String id, List<SheetLine> lines) {
    batches.batchUpdate(
        """
        update nomination_sheet_row set state = ?, rank_in_page = ?, problems = ?, nomination_id = ?
        where sheet_id = ? and number = ?""",
        lines.stream()
            .map(
                line ->
                    new Object[] {
                      line.state().name(),
                      line.state().ordinal(),
                      line.problems().isEmpty() ? null : write(line.problems()),
                      line.nominationId(),
                      id,
                      line.number()
                    })
            .toList());
  }

  /** Starts a step; the caller holds the lock. */
  void start(String id, SheetStatus step, int rows, boolean withEvidenceOnly, String username) {
    jdbc.sql(
            """
            update nomination_sheet set status = ?, done_count = 0, step_count = ?,
              with_evidence_only = ?, stepped_by = ?, stepped_at = ?
            where id = ?""")
        .params(step.name(), rows, withEvidenceOnly, username, Utc.now(clock), id)
        .update();
  }

  void done(String id, int rows) {
    jdbc.sql("update nomination_sheet set done_count = ? where id = ?").params(rows, id).update();
  }

  void doneMore(String id, int rows) {
    jdbc.sql("update nomination_sheet set done_count = done_count + ? where id = ?")
        .params(rows, id)
        .update();
  }

  void ready(String id) {
    jdbc.sql("update nomination_sheet set status = 'READY' where id = ?").param(id).update();
  }

  void discard(String id) {
    jdbc.sql("delete from nomination_sheet_row where sheet_id = ?").param(id).update();
    jdbc.sql(
            """
            update nomination_sheet set status = 'DISCARDED', fingerprint = null where id = ?""")
        .param(id)
        .update();
  }

  private Sheet sheet(ResultSet row) throws SQLException {
    return new Sheet(
        row.getString("id"),
        row.getObject("campaign_id", Long.class),
        row.getLong("unit_id"),
        row.getString("file_name"),
        progress(row),
        row.getString("uploaded_by"),
        Utc.instant(row, "uploaded_at"),
        row.getString("stepped_by"),
        row.getBoolean("with_evidence_only"));
  }

  private static SheetProgress progress(ResultSet row) throws SQLException {
    return new SheetProgress(
        SheetStatus.valueOf(row.getString("status")),
        row.getInt("done_count"),
        row.getInt("step_count"));
  }

  private SheetLine line(ResultSet row) throws SQLException {
    var problems = row.getString("problems");
    return new SheetLine(
        row.getInt("number"),
        read(row.getString("cells"), new TypeReference<List<String>>() {}),
        RowState.valueOf(row.getString("state")),
        problems == null ? List.of() : read(problems, new TypeReference<List<RowProblem>>() {}),
        row.getString("nomination_id"));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
