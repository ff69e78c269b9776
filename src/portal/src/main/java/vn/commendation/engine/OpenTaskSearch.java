package vn.commendation.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up the key of an open task, so that no page has to ask the engine. */
@Component
class OpenTaskSearch {

  private final JdbcClient jdbc;
  private final EngineTasks tasks;
  private final EngineJson json;
  private final EngineCluster cluster;

  OpenTaskSearch(JdbcClient jdbc, EngineTasks tasks, EngineJson json, EngineCluster cluster) {
    this.jdbc = jdbc;
    this.tasks = tasks;
    this.json = json;
    this.cluster = cluster;
  }

  /** Fails while the engine does not show the task yet, and is then tried again. */
  void search(String businessId) {
    jdbc.sql(
            """
            select process_instance_key, element_id, locals from open_task
            where business_id = ? and task_key is null and cluster = ?""")
        .params(businessId, cluster.label())
        .query((row, n) -> place(row))
        .optional()
        .ifPresent(wanted -> save(businessId, wanted));
  }

  @SuppressWarnings("unchecked")
  private TaskPlace place(ResultSet row) throws SQLException {
    var locals = row.getString("locals");
    return new TaskPlace(
        row.getLong("process_instance_key"),
        row.getString("element_id"),
        locals == null ? Map.of() : json.read(locals, Map.class));
  }

  private void save(String businessId, TaskPlace wanted) {
    var taskKey =
        tasks
            .open(wanted)
            .orElseThrow(() -> new IllegalStateException("No open task yet at " + wanted));
    jdbc.sql(
            """
            update open_task set task_key = ?
            where business_id = ? and process_instance_key = ? and element_id = ?""")
        .params(taskKey, businessId, wanted.processInstanceKey(), wanted.elementId())
        .update();
  }
}
