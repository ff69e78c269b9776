package vn.commendation.localengine.usertask;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.operaton.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.task.IdentityLinkType;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Sql;
import vn.commendation.localengine.kernel.Transactions;

/** Rows of user tasks, written in the transaction in which Operaton changes the task. */
final class TaskRows {

  static final String CREATED = "CREATED";
  static final String COMPLETED = "COMPLETED";
  static final String CANCELED = "CANCELED";

  private TaskRows() {}

  /** What the model says of a task besides what Operaton has of it. */
  record Details(Long formKey, String externalFormReference, Object customHeaders) {}

  static void insert(TaskEntity task, Details details) throws SQLException {
    var activityInstance = task.getExecution().getActivityInstanceId();
    try (var insert =
        Transactions.connection()
            .prepareStatement(
                "insert into ENG_USER_TASK (user_task_key, element_instance_key,"
                    + " activity_instance_id, process_instance_id, definition_id, element_id, name,"
                    + " state, assignee, priority, due, follow_up, form_key,"
                    + " external_form_reference, custom_headers, created)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      bind(
          insert,
          Keys.of(task.getId()),
          Keys.of(activityInstance),
          activityInstance,
          task.getProcessInstanceId(),
          task.getProcessDefinitionId(),
          task.getTaskDefinitionKey(),
          task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
          CREATED,
          task.getAssignee(),
          task.getPriority(),
          time(task.getDueDate()),
          time(task.getFollowUpDate()),
          details.formKey(),
          details.externalFormReference(),
          Json.text(details.customHeaders()),
          time(task.getCreateTime()));
      insert.executeUpdate();
    }
    insertCandidates(task);
  }

  static void update(TaskEntity task) throws SQLException {
    try (var update =
        Transactions.connection()
            .prepareStatement(
                "update ENG_USER_TASK set name = ?, assignee = ?, priority = ?, due = ?,"
                    + " follow_up = ? where user_task_key = ?")) {
      bind(
          update,
          task.getName() == null ? task.getTaskDefinitionKey() : task.getName(),
          task.getAssignee(),
          task.getPriority(),
          time(task.getDueDate()),
          time(task.getFollowUpDate()),
          Keys.of(task.getId()));
      update.executeUpdate();
    }
    try (var delete =
        Transactions.connection()
            .prepareStatement("delete from ENG_USER_TASK_CANDIDATE where user_task_key = ?")) {
      bind(delete, Keys.of(task.getId()));
      delete.executeUpdate();
    }
    insertCandidates(task);
  }

  private static void insertCandidates(TaskEntity task) throws SQLException {
    var groups = new LinkedHashSet<String>();
    var users = new LinkedHashSet<String>();
    for (var link : links(task)) {
      if (link.getGroupId() != null) {
        groups.add(link.getGroupId());
      } else {
        users.add(link.getUserId());
      }
    }
    if (groups.isEmpty() && users.isEmpty()) {
      return;
    }
    try (var insert =
        Transactions.connection()
            .prepareStatement(
                "insert into ENG_USER_TASK_CANDIDATE (user_task_key, kind, name, position)"
                    + " values (?, ?, ?, ?)")) {
      var position = 0;
      for (var group : groups) {
        bind(insert, Keys.of(task.getId()), "group", group, position++);
        insert.addBatch();
      }
      for (var user : users) {
        bind(insert, Keys.of(task.getId()), "user", user, position++);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Links removed in this transaction may still be listed. */
  private static List<IdentityLinkEntity> links(TaskEntity task) {
    var entities = Context.getCommandContext().getDbEntityManager();
    var links = new ArrayList<IdentityLinkEntity>();
    for (var link : task.getIdentityLinks()) {
      if (IdentityLinkType.CANDIDATE.equals(link.getType()) && !entities.isDeleted(link)) {
        links.add(link);
      }
    }
    return links;
  }

  /**
   * Ends a task.
   *
   * @param assignee who completed it
   * @throws OptimisticLockingException if another transaction ended it meanwhile
   */
  static void complete(TaskEntity task, String assignee) throws SQLException {
    try (var update =
        Transactions.connection()
            .prepareStatement(
                "update ENG_USER_TASK set state = ?, assignee = ?, ended = ?"
                    + " where user_task_key = ? and state = ?")) {
      bind(
          update,
          COMPLETED,
          assignee,
          time(ClockUtil.getCurrentTime()),
          Keys.of(task.getId()),
          CREATED);
      if (update.executeUpdate() == 0) {
        throw new OptimisticLockingException(
            "The user task with key '%s' was ended by somebody else".formatted(task.getId()));
      }
    }
  }

  static void cancel(TaskEntity task) throws SQLException {
    try (var update =
        Transactions.connection()
            .prepareStatement(
                "update ENG_USER_TASK set state = ?, ended = ?"
                    + " where user_task_key = ? and state = ?")) {
      bind(update, CANCELED, time(ClockUtil.getCurrentTime()), Keys.of(task.getId()), CREATED);
      update.executeUpdate();
    }
  }

  static void migrate(HistoricTaskInstanceEventEntity task) {
    Sql.update(
        "update ENG_USER_TASK set definition_id = ?, element_id = ? where user_task_key = ?",
        task.getProcessDefinitionId(),
        task.getTaskDefinitionKey(),
        Keys.of(task.getTaskId()));
  }

  private static Timestamp time(Date date) {
    return date == null ? null : new Timestamp(date.getTime());
  }

  private static void bind(java.sql.PreparedStatement statement, Object... values)
      throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
