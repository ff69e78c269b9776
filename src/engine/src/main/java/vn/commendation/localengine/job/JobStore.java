package vn.commendation.localengine.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.variable.impl.VariableMapImpl;
import vn.commendation.localengine.bpmn.ProcessModels;
import vn.commendation.localengine.flow.JobHeaders;
import vn.commendation.localengine.flow.Variables;
import vn.commendation.localengine.incident.Incidents;
import vn.commendation.localengine.kernel.Columns;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Jobs in the database: Operaton's external tasks. A job is available while it has retries and
 * either nobody's lock or one whose time is over; a lock without worker is a back-off.
 */
final class JobStore implements JobSource {

  /** Of an answer's message, less what is not variables. */
  private static final int MOST_BYTES = 4 * 1024 * 1024 - 16 * 1024;

  private static final long LONGEST_LOCK = 100L * 365 * 24 * 60 * 60 * 1000;
  private static final int WORKER_WIDTH = 255;

  private static final String AVAILABLE =
      "RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ <= ?)";

  private final Transactions transactions;
  private final JobHeaders headers;
  private final Incidents incidents;
  private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

  JobStore(Transactions transactions, ProcessModels models, Incidents incidents) {
    this.transactions = transactions;
    this.headers = new JobHeaders(models);
    this.incidents = incidents;
  }

  private record Candidate(String id, int revision) {}

  @Override
  public Batch activate(String type, List<Activation> takers) {
    return transactions.call(
        () -> {
          var now = ClockUtil.getCurrentTime().getTime();
          var candidates = candidates(type, now, takers.size());
          var locked = lock(candidates, takers, now);
          var jobs = new ArrayList<ActivatedJob>();
          for (int i = 0; i < candidates.size(); i++) {
            jobs.add(locked[i] == 1 ? read(candidates.get(i).id(), takers.get(i)) : null);
          }
          return new Batch(jobs, candidates.size() < takers.size());
        });
  }

  private static List<Candidate> candidates(String type, long now, int most) throws SQLException {
    try (var select =
        Transactions.connection()
            .prepareStatement(
                "select ID_, REV_ from ACT_RU_EXT_TASK where TOPIC_NAME_ = ? and "
                    + AVAILABLE
                    + " order by cast(ID_ as unsigned) limit ?")) {
      select.setString(1, type);
      select.setTimestamp(2, new Timestamp(now));
      select.setInt(3, most);
      var found = new ArrayList<Candidate>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(new Candidate(rows.getString(1), rows.getInt(2)));
        }
      }
      return found;
    }
  }

  /** Locks only what it gives; whatever another transaction changed meanwhile is left to it. */
  private static int[] lock(List<Candidate> candidates, List<Activation> takers, long now)
      throws SQLException {
    if (candidates.isEmpty()) {
      return new int[0];
    }
    try (var update =
        Transactions.connection()
            .prepareStatement(
                "update ACT_RU_EXT_TASK set REV_ = REV_ + 1, WORKER_ID_ = ?, LOCK_EXP_TIME_ = ?"
                    + " where ID_ = ? and REV_ = ?")) {
      for (int i = 0; i < candidates.size(); i++) {
        update.setString(1, workerId(takers.get(i).worker()));
        update.setTimestamp(2, new Timestamp(deadline(now, takers.get(i).timeout())));
        update.setString(3, candidates.get(i).id());
        update.setInt(4, candidates.get(i).revision());
        update.addBatch();
      }
      return update.executeBatch();
    }
  }

  private static String workerId(String worker) {
    return Columns.fit(worker, WORKER_WIDTH);
  }

  static long deadline(long now, long timeout) {
    return now + Math.min(timeout, LONGEST_LOCK);
  }

  private ActivatedJob read(String id, Activation taker) {
    var job = Context.getCommandContext().getExternalTaskManager().findExternalTaskById(id);
    String variables;
    try {
      variables = variables(job, taker.variables());
    } catch (RuntimeException e) {
      return withhold(
          job, IncidentErrorType.UNKNOWN, "Its variables cannot be read: " + e.getMessage());
    }
    if (variables.length() > MOST_BYTES / 4 && variables.getBytes(UTF_8).length > MOST_BYTES) {
      return withhold(
          job,
          IncidentErrorType.MESSAGE_SIZE_EXCEEDED,
          "The job is larger than a message may be: it has variables of more than %d bytes"
              .formatted(MOST_BYTES));
    }
    var definition = definition(job.getProcessDefinitionId());
    return new ActivatedJob(
        Keys.of(id),
        job.getTopicName(),
        Keys.of(job.getProcessInstanceId()),
        definition.processId(),
        definition.version(),
        Keys.of(job.getProcessDefinitionId()),
        job.getActivityId(),
        Keys.of(job.getActivityInstanceId()),
        headers.of(job),
        taker.worker(),
        job.getRetries(),
        job.getLockExpirationTime().getTime(),
        variables);
  }

  private record Definition(String processId, int version) {}

  private Definition definition(String id) {
    return definitions.computeIfAbsent(
        id,
        any -> {
          var found =
              Context.getProcessEngineConfiguration()
                  .getDeploymentCache()
                  .findDeployedProcessDefinitionById(id);
          return new Definition(found.getKey(), found.getVersion());
        });
  }

  private static String variables(ExternalTaskEntity job, Collection<String> names) {
    if (names.isEmpty()) {
      return Json.text(Variables.visible(job.getExecution()));
    }
    var named = new VariableMapImpl();
    job.getExecution().collectVariables(named, names, false, true);
    named.keySet().removeIf(name -> name.startsWith(Variables.HIDDEN));
    return Json.text(named);
  }

  /** A job nobody can be given would be tried again and again: it waits for people instead. */
  private ActivatedJob withhold(ExternalTaskEntity job, IncidentErrorType type, String message) {
    release(job);
    incidents.raise(job, type, message);
    return null;
  }

  /** Takes the lock from a job, without a word to anybody. */
  static void release(ExternalTaskEntity job) {
    job.setWorkerId(null);
    job.setLockExpirationTime(null);
  }

  @Override
  public void free(Collection<ActivatedJob> jobs) {
    transactions.sql(
        connection -> {
          try (var update =
              connection.prepareStatement(
                  "update ACT_RU_EXT_TASK set REV_ = REV_ + 1, WORKER_ID_ = null,"
                      + " LOCK_EXP_TIME_ = null"
                      + " where ID_ = ? and WORKER_ID_ = ? and LOCK_EXP_TIME_ = ?")) {
            for (var job : jobs) {
              update.setString(1, Long.toString(job.key()));
              update.setString(2, workerId(job.worker()));
              update.setTimestamp(3, new Timestamp(job.deadline()));
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  @Override
  public List<String> overdueTypes() {
    return transactions.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select distinct TOPIC_NAME_ from ACT_RU_EXT_TASK"
                      + " where LOCK_EXP_TIME_ <= ? and RETRIES_ > 0")) {
            select.setTimestamp(1, new Timestamp(ClockUtil.getCurrentTime().getTime()));
            var types = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                types.add(rows.getString(1));
              }
            }
            return types;
          }
        });
  }

  @Override
  public OptionalLong nextDue() {
    return transactions.sql(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select min(LOCK_EXP_TIME_) from ACT_RU_EXT_TASK"
                      + " where LOCK_EXP_TIME_ > ? and RETRIES_ > 0")) {
            select.setTimestamp(1, new Timestamp(ClockUtil.getCurrentTime().getTime()));
            try (var row = select.executeQuery()) {
              row.next();
              var next = row.getTimestamp(1);
              return next == null ? OptionalLong.empty() : OptionalLong.of(next.getTime());
            }
          }
        });
  }
}
