package vn.commendation.engine;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Utc;

/**
 * Who completed a user task. Each completion is taken once: a process that comes back to the same
 * element never sees the decision of an earlier round.
 */
@Service
public class CompletedTasks {

  private final EngineTasks tasks;
  private final JdbcClient jdbc;
  private final EngineCluster cluster;
  private final Clock clock;

  CompletedTasks(EngineTasks tasks, JdbcClient jdbc, EngineCluster cluster, Clock clock) {
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.cluster = cluster;
    this.clock = clock;
  }

  /** The oldest completion that has not been taken; empty while the engine lags behind. */
  public Optional<CompletedTask> next(TaskPlace place) {
    var completed = tasks.completed(place);
    if (completed.isEmpty()) {
      return Optional.empty();
    }
    var taken =
        new HashSet<>(
            jdbc.sql(
                    """
                    select task_key from completed_task
                    where cluster = :cluster and task_key in (:keys)""")
                .param("cluster", cluster.label())
                .param("keys", completed.stream().map(CompletedTask::taskKey).toList())
                .query(Long.class)
                .list());
    return completed.stream().filter(task -> !taken.contains(task.taskKey())).findFirst();
  }

  /** Takes a completion, in the transaction that records what was decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(CompletedTask task) {
    jdbc.sql("insert into completed_task values (?, ?, ?, ?, ?)")
        .params(cluster.label(), task.taskKey(), task.elementId(), task.username(), Utc.now(clock))
        .update();
  }
}
