package vn.commendation.engine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up the key of an open task, so that no page has to ask the platform. */
@Component
class OpenTaskSearch {

  private final JdbcClient jdbc;
  private final TaskPlatform platform;

  OpenTaskSearch(JdbcClient jdbc, TaskPlatform platform) {
    this.jdbc = jdbc;
    this.platform = platform;
  }

  private record Wanted(long processInstanceKey, String elementId) {}

  /** Fails while the platform does not show the task yet, and is then tried again. */
  void search(String businessId) {
    jdbc.sql(
            """
            select process_instance_key, element_id from open_task
            where business_id = ? and task_key is null""")
        .param(businessId)
        .query(Wanted.class)
        .optional()
        .ifPresent(wanted -> save(businessId, wanted));
  }

  private void save(String businessId, Wanted wanted) {
    var taskKey =
        platform
            .openTask(TaskPlace.of(wanted.processInstanceKey(), wanted.elementId()))
            .orElseThrow(() -> new IllegalStateException("No open task yet at " + wanted));
    jdbc.sql(
            """
            update open_task set task_key = ?
            where business_id = ? and process_instance_key = ? and element_id = ?""")
        .params(taskKey, businessId, wanted.processInstanceKey(), wanted.elementId())
        .update();
  }
}
