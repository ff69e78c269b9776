package vn.commendation.localengine.deployment;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import vn.commendation.localengine.bpmn.ProcessModel;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Recent;
import vn.commendation.localengine.kernel.Transactions;

/** Processes that are deployed, and their models as they were given. */
public final class DeployedProcesses implements ProcessModels {

  private static final String SELECT =
      "select process_key, process_id, version, version_tag, name, definition_id, resource_name,"
          + " deployment_key from ENG_PROCESS where ";

  /** Models are large; those in use are few. */
  private static final int KEPT = 50;

  private final Transactions transactions;
  private final Recent<Long, ProcessModel> models = new Recent<>(KEPT);

  public DeployedProcesses(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * One version.
   *
   * @param versionTag null if it has none
   * @param name null if it has none
   * @param definitionId Operaton's id
   */
  public record ProcessVersion(
      long key,
      String id,
      int version,
      String versionTag,
      String name,
      String definitionId,
      String resourceName,
      long deploymentKey) {}

  /** The version with the highest number. */
  public Optional<ProcessVersion> latest(String processId) {
    return find(
        "process_id = ? order by version desc limit 1", query -> query.setString(1, processId));
  }

  public Optional<ProcessVersion> version(String processId, int version) {
    return find(
        "process_id = ? and version = ?",
        query -> {
          query.setString(1, processId);
          query.setInt(2, version);
        });
  }

  public Optional<ProcessVersion> byKey(long key) {
    return find("process_key = ?", query -> query.setLong(1, key));
  }

  /** The file a process came in, byte by byte. */
  public Optional<byte[]> xml(long key) {
    return transactions.sql(
        connection -> {
          try (var query =
              connection.prepareStatement(
                  "select content from ENG_PROCESS where process_key = ?")) {
            query.setLong(1, key);
            var rows = query.executeQuery();
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
          }
        });
  }

  @Override
  public ProcessModel of(String definitionId) {
    var key = Keys.of(definitionId);
    return models.get(
        key,
        () ->
            ProcessModel.read(
                xml(key)
                    .orElseThrow(() -> new IllegalStateException("no model of " + definitionId))));
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private Optional<ProcessVersion> find(String where, Parameters parameters) {
    return transactions.sql(
        connection -> {
          try (var query = connection.prepareStatement(SELECT + where)) {
            parameters.set(query);
            var rows = query.executeQuery();
            return rows.next()
                ? Optional.of(
                    new ProcessVersion(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getInt(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7),
                        rows.getLong(8)))
                : Optional.empty();
          }
        });
  }
}
