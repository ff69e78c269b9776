package vn.commendation.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.commendation.engine.TaskCompletion.Status;
import vn.commendation.scheduling.LogContext;
import vn.commendation.storage.Utc;

/**
 * Claims and completes what {@link TaskCompletions} wrote. Claiming again what the same person has
 * claimed is no error to the engine, so that a crash between the two steps costs nothing. After a
 * crash behind the second the task is gone; the case itself then says who decided.
 */
@Component
class TaskCompletionSender {

  private static final Logger log = LoggerFactory.getLogger(TaskCompletionSender.class);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  /** Answers that the same request will get again however often it is sent. */
  private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 405);

  private final JdbcClient jdbc;
  private final CamundaClient camunda;
  private final EngineCluster cluster;
  private final Clock clock;

  TaskCompletionSender(JdbcClient jdbc, CamundaClient camunda, EngineCluster cluster, Clock clock) {
    this.jdbc = jdbc;
    this.camunda = camunda;
    this.cluster = cluster;
    this.clock = clock;
  }

  private record Wanted(
      String businessId,
      long taskKey,
      String username,
      String variables,
      String status,
      String cluster) {}

  void send(String id) {
    var wanted =
        jdbc.sql(
                """
                select business_id, task_key, username, variables, status, cluster
                from task_completion where id = ?""")
            .param(id)
            .query(Wanted.class)
            .single();
    if (!wanted.status().equals(Status.PENDING.name())) {
      return;
    }
    LogContext.of(LogContext.CASE, wanted.businessId())
        .and(LogContext.USER_TASK, wanted.taskKey())
        .during(() -> send(id, wanted));
  }

  private void send(String id, Wanted wanted) {
    if (!cluster.label().equals(wanted.cluster())) {
      finish(id, Status.GONE, "The task was one of an earlier engine");
      return;
    }
    try {
      camunda
          .newAssignUserTaskCommand(wanted.taskKey())
          .assignee(wanted.username())
          // a claim: whoever has the task in hand keeps it
          .allowOverride(false)
          .send()
          .join();
      camunda
          .newCompleteUserTaskCommand(wanted.taskKey())
          .variables(wanted.variables())
          .send()
          .join();
      finish(id, Status.DONE, null);
    } catch (ClientHttpException e) {
      if (e.code() == NOT_FOUND) {
        finish(id, Status.GONE, e.getMessage());
      } else if (e.code() == CONFLICT) {
        finish(id, Status.TAKEN, e.getMessage());
      } else if (REFUSED.contains(e.code())) {
        log.error("The engine refused to complete task {}: {}", wanted.taskKey(), e.getMessage());
        finish(id, Status.BLOCKED, e.getMessage());
      } else {
        note(id, e);
        throw e;
      }
    } catch (RuntimeException e) {
      note(id, e);
      throw e;
    }
  }

  private void finish(String id, Status status, String error) {
    jdbc.sql(
            """
            update task_completion
            set status = ?, attempts = attempts + 1, last_error = left(?, 500), finished_at = ?
            where id = ?""")
        .params(status.name(), error, Utc.now(clock), id)
        .update();
  }

  private void note(String id, RuntimeException e) {
    jdbc.sql(
            """
            update task_completion set attempts = attempts + 1, last_error = left(?, 500)
            where id = ?""")
        .params(String.valueOf(e.getMessage()), id)
        .update();
  }
}
