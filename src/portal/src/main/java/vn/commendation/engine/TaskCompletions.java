package vn.commendation.engine;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.scheduling.DurableTasks;
import vn.commendation.storage.Utc;

/**
 * User tasks that the portal claims and completes in somebody's name. The decision is carried into
 * the engine as if that person had made it in Tasklist; the worker that records it judges whether
 * it counts.
 */
@Service
public class TaskCompletions {

  static final String TASK = "task-completion";

  private final JdbcClient jdbc;
  private final EngineJson json;
  private final DurableTasks durableTasks;
  private final EngineCluster cluster;
  private final Clock clock;

  TaskCompletions(
      JdbcClient jdbc,
      EngineJson json,
      DurableTasks durableTasks,
      EngineCluster cluster,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.durableTasks = durableTasks;
    this.cluster = cluster;
    this.clock = clock;
  }

  /** Of these cases, those whose open task at an element is known by its key. */
  @Transactional(readOnly = true)
  public Set<String> ready(Collection<String> businessIds, String elementId) {
    if (businessIds.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.sql(
                """
                select business_id from open_task
                where business_id in (:ids) and element_id = :element and task_key is not null
                  and cluster = :cluster""")
            .param("cluster", cluster.lastLabel())
            .param("ids", businessIds)
            .param("element", elementId)
            .query(String.class)
            .list());
  }

  /**
   * Completes the task that is open at an element now, after the caller's commit. It is about this
   * very task: when the case comes back to the same element later, nothing is completed.
   *
   * @return how to ask what became of it; empty if no task is known there
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> complete(
      String businessId, String elementId, String username, Map<String, ?> variables) {
    var taskKey =
        jdbc.sql(
                """
                select task_key from open_task
                where business_id = ? and element_id = ? and task_key is not null
                  and cluster = ?""")
            .params(businessId, elementId, cluster.lastLabel())
            .query(Long.class)
            .optional();
    if (taskKey.isEmpty()) {
      return Optional.empty();
    }
    var id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into task_completion
              (id, business_id, task_key, username, variables, status, created_at, cluster)
            values (?, ?, ?, ?, ?, 'PENDING', ?, ?)""")
        .params(
            id,
            businessId,
            taskKey.get(),
            username,
            json.write(variables),
            Utc.now(clock),
            cluster.lastLabel())
        .update();
    durableTasks.schedule(TASK, id);
    return Optional.of(id);
  }

  /** What became of them, by id. */
  @Transactional(readOnly = true)
  public Map<String, TaskCompletion> of(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, status, last_error from task_completion where id in (:ids)")
        .param("ids", ids)
        .query(TaskCompletion.class)
        .list()
        .stream()
        .collect(Collectors.toMap(TaskCompletion::id, Function.identity()));
  }
}
