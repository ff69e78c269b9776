package vn.commendation.localengine.usertask;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.task.IdentityLink;
import vn.commendation.localengine.flow.Flow;
import vn.commendation.localengine.kernel.Conflicts;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Transactions;

/**
 * What people do with their tasks, through the interface. Of several at once each finds what the
 * one before it left: the row of a task is locked first.
 *
 * @see <a href="https://docs.camunda.io/docs/components/modeler/bpmn/user-tasks/">User tasks</a>
 */
public final class UserTasks {

  private static final int HIGHEST_PRIORITY = 100;

  private final Transactions transactions;
  private final Flow flow;

  public UserTasks(Transactions transactions, Flow flow) {
    this.transactions = transactions;
    this.flow = flow;
  }

  /** What is to be changed; null where nothing is. A date is cleared by an empty one. */
  public record Changes(
      Change<Date> due,
      Change<Date> followUp,
      List<String> candidateGroups,
      List<String> candidateUsers,
      Integer priority) {}

  /**
   * @param to null to clear it
   */
  public record Change<T>(T to) {}

  /**
   * Gives a task to somebody.
   *
   * @param override whether it may be taken from somebody else
   * @throws Refusal NOT_FOUND if there is no such task, or no more; FAILED_PRECONDITION if somebody
   *     else has it
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/assign-user-task/">Assign
   *     user task</a>
   */
  public void assign(long key, String assignee, boolean override) {
    if (assignee == null || assignee.isBlank()) {
      throw Refusal.invalid("No assignee provided");
    }
    change(
        key,
        "assign",
        task -> {
          var present = task.getAssignee();
          if (!override && present != null && !present.equals(assignee)) {
            throw Refusal.state(
                "Expected to assign user task with key '%d', but it is assigned to '%s'"
                    .formatted(key, present));
          }
          task.setAssignee(assignee);
        });
  }

  /**
   * Takes a task from whoever has it.
   *
   * @throws Refusal NOT_FOUND
   */
  public void unassign(long key) {
    change(key, "unassign", task -> task.setAssignee(null));
  }

  /**
   * Changes what is said of a task.
   *
   * @throws Refusal NOT_FOUND; INVALID_ARGUMENT for a priority there is not
   */
  public void update(long key, Changes changes) {
    var priority = changes.priority();
    if (priority != null && (priority < 0 || priority > HIGHEST_PRIORITY)) {
      throw Refusal.invalid(
          "The priority is %d but must be between 0 and %d".formatted(priority, HIGHEST_PRIORITY));
    }
    change(
        key,
        "update",
        task -> {
          if (changes.due() != null) {
            task.setDueDate(changes.due().to());
          }
          if (changes.followUp() != null) {
            task.setFollowUpDate(changes.followUp().to());
          }
          if (priority != null) {
            task.setPriority(priority);
          }
          if (changes.candidateGroups() != null) {
            replace(
                links(task, IdentityLink::getGroupId),
                changes.candidateGroups(),
                task::deleteCandidateGroup,
                task::addCandidateGroup);
          }
          if (changes.candidateUsers() != null) {
            replace(
                links(task, IdentityLink::getUserId),
                changes.candidateUsers(),
                task::deleteCandidateUser,
                task::addCandidateUser);
          }
        });
  }

  private static Set<String> links(
      TaskEntity task, java.util.function.Function<IdentityLink, String> name) {
    return task.getCandidates().stream()
        .map(name)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static void replace(
      Set<String> present,
      Collection<String> wanted,
      Consumer<String> delete,
      Consumer<String> add) {
    present.stream().filter(each -> !wanted.contains(each)).forEach(delete);
    new LinkedHashSet<>(wanted).stream().filter(each -> !present.contains(each)).forEach(add);
  }

  /**
   * Completes a task; its assignee is who did it.
   *
   * @throws Refusal NOT_FOUND if there is no such task, or no more
   * @see <a
   *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/complete-user-task/">Complete
   *     user task</a>
   */
  public void complete(long key, Map<String, Object> variables) {
    one(
        () -> {
          lock(key, "complete");
          flow.completeTask(key, variables);
        });
  }

  private void change(long key, String what, Consumer<TaskEntity> change) {
    one(
        () -> {
          lock(key, what);
          var task = Context.getCommandContext().getTaskManager().findTaskById(Long.toString(key));
          change.accept(task);
          task.triggerUpdateEvent();
        });
  }

  private void one(Runnable work) {
    Conflicts.repeat(
        () -> {
          transactions.run(work);
          return null;
        });
  }

  private static void lock(long key, String what) {
    try (var select =
        Transactions.connection()
            .prepareStatement(
                "select state from ENG_USER_TASK where user_task_key = ? for update")) {
      select.setLong(1, key);
      try (var row = select.executeQuery()) {
        if (!row.next()) {
          throw Refusal.notFound(
              "Expected to %s user task with key '%d', but no such user task was found"
                  .formatted(what, key));
        }
        if (!TaskRows.CREATED.equals(row.getString(1))) {
          throw Refusal.notFound(
              "Expected to %s user task with key '%d', but it is in state '%s'"
                  .formatted(what, key, row.getString(1)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
