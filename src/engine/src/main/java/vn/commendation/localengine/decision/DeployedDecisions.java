package vn.commendation.localengine.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.decision.Evaluation.DecisionVersion;
import vn.commendation.localengine.decision.Evaluation.Evaluated;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Recent;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/** Evaluates the decisions in the tables, and writes what was decided beside them. */
public final class DeployedDecisions implements Decisions {

  private static final String SELECT =
      "select decision_key, decision_id, d.name, d.version, d.drg_key, g.drg_id, g.version"
          + " from ENG_DECISION d join ENG_DRG g on g.drg_key = d.drg_key where ";
  private static final int KEPT = 50;

  private final Transactions transactions;
  private final DecisionEngine engine;
  private final Recent<Long, Drg> drgs = new Recent<>(KEPT);

  private record Drg(DecisionModel model, Map<String, DecisionVersion> decisions) {}

  public DeployedDecisions(Transactions transactions, DecisionEngine engine) {
    this.transactions = transactions;
    this.engine = engine;
  }

  @Override
  public Object evaluate(String decisionId, Map<String, Object> variables, Place place) {
    var evaluation = transactions.call(() -> evaluate(latest(decisionId), variables, place));
    if (evaluation.failure() != null) {
      throw new DecisionFailure(evaluation.failure());
    }
    return evaluation.output();
  }

  @Override
  public Evaluation evaluate(String decisionId, Map<String, Object> variables) {
    return transactions.call(() -> evaluate(latest(decisionId), variables, Place.NOWHERE));
  }

  @Override
  public Evaluation evaluate(long decisionKey, Map<String, Object> variables) {
    return transactions.call(() -> evaluate(byKey(decisionKey), variables, Place.NOWHERE));
  }

  private Evaluation evaluate(
      DecisionVersion decision, Map<String, Object> variables, Place place) {
    var drg = drg(decision.drgKey());
    var evaluation =
        engine.evaluate(transactions.nextKey(), drg.model, decision, drg.decisions, variables);
    transactions.sql(connection -> write(connection, evaluation, place));
    return evaluation;
  }

  private DecisionVersion latest(String decisionId) {
    return transactions.sql(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  SELECT + "d.decision_id = ? order by d.version desc limit 1")) {
            query.setString(1, decisionId);
            return one(query.executeQuery(), "id '" + decisionId + "'", decisionId);
          }
        });
  }

  private DecisionVersion byKey(long key) {
    return transactions.sql(
        connection -> {
          try (var query = connection.prepareStatement(SELECT + "d.decision_key = ?")) {
            query.setLong(1, key);
            return one(query.executeQuery(), "key '" + key + "'", key);
          }
        });
  }

  private static DecisionVersion one(ResultSet rows, String what, Object asked)
      throws SQLException {
    if (!rows.next()) {
      throw Refusal.notFound(
          "Expected to evaluate decision '%s', but no decision found for %s"
              .formatted(asked, what));
    }
    return version(rows);
  }

  private static DecisionVersion version(ResultSet rows) throws SQLException {
    return new DecisionVersion(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getInt(4),
        rows.getLong(5),
        rows.getString(6),
        rows.getInt(7));
  }

  private Drg drg(long key) {
    return drgs.get(key, () -> transactions.sql(connection -> read(connection, key)));
  }

  private Drg read(Connection connection, long key) throws SQLException {
    var decisions = new HashMap<String, DecisionVersion>();
    try (var query = connection.prepareStatement(SELECT + "d.drg_key = ?")) {
      query.setLong(1, key);
      var rows = query.executeQuery();
      while (rows.next()) {
        decisions.put(rows.getString(2), version(rows));
      }
    }
    try (var query = connection.prepareStatement("select content from ENG_DRG where drg_key = ?")) {
      query.setLong(1, key);
      var rows = query.executeQuery();
      rows.next();
      return new Drg(engine.read(rows.getBytes(1)), decisions);
    }
  }

  private static Void write(Connection connection, Evaluation evaluation, Place place)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into ENG_DECISION_INSTANCE (evaluation_key, position, decision_key,"
                + " decision_id, decision_name, decision_version, decision_type, state, failure,"
                + " evaluated, process_instance_key, process_key, element_instance_key,"
                + " element_id, result, inputs, rules)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      var now = Timestamp.from(ClockUtil.getCurrentTime().toInstant());
      var position = 0;
      for (var each : evaluation.evaluated()) {
        position++;
        insert.setTimestamp(10, now);
        add(insert, evaluation, each, position, place);
      }
      insert.executeBatch();
    }
    return null;
  }

  private static void add(
      PreparedStatement insert, Evaluation evaluation, Evaluated each, int position, Place place)
      throws SQLException {
    var failed = position == evaluation.evaluated().size() && evaluation.failure() != null;
    insert.setLong(1, evaluation.key());
    insert.setInt(2, position);
    insert.setLong(3, each.decision().key());
    insert.setString(4, each.decision().id());
    insert.setString(5, each.decision().name());
    insert.setInt(6, each.decision().version());
    insert.setString(7, each.type());
    insert.setString(8, failed ? "FAILED" : "EVALUATED");
    insert.setString(9, failed ? evaluation.failure() : null);
    insert.setLong(11, place.processInstanceKey());
    insert.setLong(12, place.definitionId() == null ? -1 : Keys.of(place.definitionId()));
    insert.setLong(13, place.elementInstanceKey());
    insert.setString(14, place.elementId());
    insert.setString(15, Json.text(each.output()));
    insert.setString(16, Json.text(each.inputs()));
    insert.setString(17, Json.text(each.rules()));
    insert.addBatch();
  }
}
