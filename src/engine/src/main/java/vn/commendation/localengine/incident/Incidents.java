package vn.commendation.localengine.incident;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.operaton.bpm.engine.impl.history.event.HistoryEvent;
import org.operaton.bpm.engine.impl.history.event.HistoryEventTypes;
import org.operaton.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.operaton.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.operaton.bpm.engine.impl.incident.IncidentContext;
import org.operaton.bpm.engine.impl.incident.IncidentHandling;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.operaton.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import org.operaton.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.commendation.localengine.kernel.Columns;
import vn.commendation.localengine.kernel.EngineEvents;
import vn.commendation.localengine.kernel.Keys;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.kernel.Sql;
import vn.commendation.localengine.kernel.Transactions;

/**
 * Incidents as Camunda 8 tells them: each is one of Operaton's, so that Cockpit shows it, and a row
 * of {@code ENG_INCIDENT} with the same key beside it, written and closed in the same transaction.
 * However Operaton's ends – the job is done, its retries are raised in Cockpit, its scope is left –
 * the row is closed with it.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/incidents/">Incidents</a>
 */
public final class Incidents {

  private static final String NO_RETRIES = "No more retries left.";

  private static final int LONGEST = 4000;
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

  private final ProcessEngineConfigurationImpl configuration;
  private final Transactions transactions;
  private final EngineEvents events;

  public Incidents(
      ProcessEngineConfigurationImpl configuration,
      Transactions transactions,
      EngineEvents events) {
    this.configuration = configuration;
    this.transactions = transactions;
    this.events = events;
  }

  /** What Operaton has to be built with. */
  public ProcessEnginePlugin plugin() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl configuration) {
        var handlers = new ArrayList<>(orEmpty(configuration.getCustomIncidentHandlers()));
        handlers.add(new Recorder(Incident.FAILED_JOB_HANDLER_TYPE));
        handlers.add(new Recorder(Incident.EXTERNAL_TASK_HANDLER_TYPE));
        configuration.setCustomIncidentHandlers(handlers);
        var history = new ArrayList<>(orEmpty(configuration.getCustomHistoryEventHandlers()));
        history.add(new Follower());
        configuration.setCustomHistoryEventHandlers(history);
      }
    };
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /**
   * An execution could not go on, and waits with a job of Operaton's for being told to try again.
   * Part of the transaction under way.
   *
   * @param message the reason, for people
   * @param parkedJob id of that job, made with no retries left (by {@code
   *     setRetriesFromPersistence}; its other setter makes an incident of its own); null where
   *     resolving has nothing to set going
   * @return key of the incident
   */
  public long raise(
      ExecutionEntity execution, IncidentErrorType type, String message, String parkedJob) {
    var context = new Details(type, null);
    context.setExecutionId(execution.getId());
    context.setProcessDefinitionId(execution.getProcessDefinitionId());
    context.setActivityId(execution.getActivityId());
    context.setFailedActivityId(execution.getActivityId());
    context.setConfiguration(parkedJob);
    return raise(Incident.FAILED_JOB_HANDLER_TYPE, context, message);
  }

  /**
   * A worker's job must not be given out any more. Part of the transaction under way; the job's
   * retries are taken from it and come back when the incident is resolved.
   *
   * @return key of the incident
   */
  public long raise(ExternalTaskEntity job, IncidentErrorType type, String message) {
    var context = new Details(type, job.getRetries());
    context.setExecutionId(job.getExecutionId());
    context.setProcessDefinitionId(job.getProcessDefinitionId());
    context.setActivityId(job.getActivityId());
    context.setConfiguration(job.getId());
    job.setRetries(0);
    return raise(Incident.EXTERNAL_TASK_HANDLER_TYPE, context, message);
  }

  private static long raise(String handler, Details context, String message) {
    return Keys.of(IncidentHandling.createIncident(handler, context, message).getId());
  }

  /** How often a job may be tried once its incident is resolved; false if it has no incident. */
  public boolean updateRetries(ExternalTaskEntity job, int retries) {
    return Sql.update(
            "update ENG_INCIDENT set retries = ? where job_key = ? and closed is null",
            retries,
            Keys.of(job.getId()))
        > 0;
  }

  /** Says more of the open incident of a job than Operaton has room for. */
  public void describe(ExternalTaskEntity job, String message) {
    Sql.update(
        "update ENG_INCIDENT set message = ? where job_key = ? and closed is null",
        message,
        Keys.of(job.getId()));
  }

  /**
   * Ends an incident: its job can be had again, or its execution tries again, before this returns.
   *
   * @throws Refusal NOT_FOUND if there is none, or no more; FAILED_PRECONDITION if its job has no
   *     retries left
   * @see <a
   *     href="https://docs.camunda.io/docs/components/concepts/incidents/#resolving-a-job-related-incident">Resolving
   *     a job-related incident</a>
   */
  public void resolve(long key) {
    var parked = transactions.call(() -> close(key));
    if (parked != null) {
      tryAgain(parked);
    }
  }

  private record Open(Long job, int retries, String parked) {}

  private static String close(long key) {
    var open = find(key);
    var context = Context.getCommandContext();
    if (open.job() != null) {
      if (open.retries() < 1) {
        throw Refusal.state(
            "Expected to resolve incident with key '%d', but its job with key '%d' has no retries left"
                .formatted(key, open.job()));
      }
      var job = context.getExternalTaskManager().findExternalTaskById(Long.toString(open.job()));
      job.setWorkerId(null);
      job.setLockExpirationTime(null);
      job.setRetriesAndManageIncidents(open.retries());
      return null;
    }
    var parked = open.parked() == null ? null : context.getJobManager().findJobById(open.parked());
    if (parked == null) {
      ((IncidentEntity) context.getIncidentManager().findIncidentById(Long.toString(key)))
          .resolve();
      return null;
    }
    parked.unlock();
    parked.setRetries(1);
    return parked.getId();
  }

  private static Open find(long key) {
    return Sql.list(
            "select job_key, retries, parked_job from ENG_INCIDENT"
                + " where incident_key = ? and closed is null for update",
            row -> new Open(row.getObject(1, Long.class), row.getInt(2), row.getString(3)),
            key)
        .stream()
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Expected to resolve incident with key '%d', but no such incident was found"
                        .formatted(key)));
  }

  /** If it fails, Operaton has taken the retry back and there is a new incident. */
  private void tryAgain(String parkedJob) {
    try {
      configuration.getManagementService().executeJob(parkedJob);
    } catch (RuntimeException e) {
      LOG.warn("Going on after an incident failed: {}", e.getMessage());
    }
  }

  /** What Camunda says of an incident and Operaton has no place for. */
  private static final class Details extends IncidentContext {
    private final IncidentErrorType type;
    private final Integer retries;

    Details(IncidentErrorType type, Integer retries) {
      this.type = type;
      this.retries = retries;
    }
  }

  /** Writes the row beside each incident of Operaton's. */
  private static final class Recorder extends DefaultIncidentHandler {

    Recorder(String type) {
      super(type);
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
      var ofJob = Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(type);
      var text = message == null || message.isEmpty() ? (ofJob ? NO_RETRIES : "") : message;
      var incident = super.handleIncident(context, Columns.fit(text, LONGEST));
      var details =
          context instanceof Details given
              ? given
              : new Details(
                  ofJob ? IncidentErrorType.JOB_NO_RETRIES : IncidentErrorType.UNKNOWN,
                  ofJob ? 0 : null);
      insert(incident, details, ofJob, text);
      return incident;
    }

    private static void insert(Incident incident, Details details, boolean ofJob, String message) {
      var execution = ((IncidentEntity) incident).getExecution();
      if (execution == null) {
        return;
      }
      // the reason may tell of people: it is in the table, not in the log
      LOG.warn(
          "Incident {} of type {} at {}",
          incident.getId(),
          details.type,
          elementId(incident.getActivityId()));
      Sql.update(
          "insert into ENG_INCIDENT (incident_key, error_type, message, process_instance_key,"
              + " process_definition_id, element_id, element_instance_key, job_key, retries,"
              + " parked_job, created) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          Keys.of(incident.getId()),
          details.type.name(),
          message,
          Keys.of(incident.getProcessInstanceId()),
          incident.getProcessDefinitionId(),
          elementId(incident.getActivityId()),
          elementInstanceKey(execution),
          ofJob ? Keys.of(incident.getConfiguration()) : null,
          details.retries,
          ofJob ? null : incident.getConfiguration(),
          Timestamp.from(incident.getIncidentTimestamp().toInstant()));
    }
  }

  /** Before an element is entered there is only its instance. */
  private static long elementInstanceKey(ExecutionEntity execution) {
    var id = execution.getActivityInstanceId();
    return Keys.of(id == null ? execution.getProcessInstanceId() : id);
  }

  /** The body of a multi-instance element is the same element. */
  private static String elementId(String activityId) {
    var suffix = activityId.indexOf('#');
    return suffix < 0 ? activityId : activityId.substring(0, suffix);
  }

  /** Keeps the row with Operaton's incident when that moves or ends, for whatever reason. */
  private final class Follower implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
      if (!(event instanceof HistoricIncidentEventEntity incident)) {
        return;
      }
      if (event.isEventOfType(HistoryEventTypes.INCIDENT_MIGRATE)) {
        Sql.update(
            "update ENG_INCIDENT set process_definition_id = ?, element_id = ?"
                + " where incident_key = ?",
            incident.getProcessDefinitionId(),
            elementId(incident.getActivityId()),
            Keys.of(incident.getId()));
      } else if (event.isEventOfType(HistoryEventTypes.INCIDENT_RESOLVE)
          || event.isEventOfType(HistoryEventTypes.INCIDENT_DELETE)) {
        close(incident);
      }
    }

    private void close(HistoricIncidentEventEntity incident) {
      var closed =
          Sql.update(
                  "update ENG_INCIDENT set closed = ? where incident_key = ? and closed is null",
                  Timestamp.from(ClockUtil.getCurrentTime().toInstant()),
                  Keys.of(incident.getId()))
              > 0;
      if (closed && Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())) {
        var job =
            Context.getCommandContext()
                .getExternalTaskManager()
                .findExternalTaskById(incident.getConfiguration());
        if (job != null) {
          Transactions.afterCommit(() -> events.jobAvailable(job.getTopicName()));
        }
      }
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
      all.forEach(this::handleEvent);
    }
  }
}
