package vn.commendation.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.commendation.storage.Utc;

/**
 * Incidents of the engine, copied to the database so that no page has to ask the engine. A job that
 * fails for good is noted at that moment; what else stops an instance is read from time to time by
 * {@link IncidentReader}.
 */
@Service
public class Incidents {

  private static final Logger log = LoggerFactory.getLogger(Incidents.class);
  private static final int LONGEST_MESSAGE = 2000;

  private final JdbcClient jdbc;
  private final UserTasks userTasks;
  private final List<InstanceOwners> owners;
  private final EngineCluster cluster;
  private final Clock clock;

  Incidents(
      JdbcClient jdbc,
      UserTasks userTasks,
      List<InstanceOwners> owners,
      EngineCluster cluster,
      Clock clock) {
    this.jdbc = jdbc;
    this.userTasks = userTasks;
    this.owners = owners;
    this.cluster = cluster;
    this.clock = clock;
  }

  private record Line(
      String type,
      String message,
      String processId,
      String elementId,
      long processInstanceKey,
      Instant openedAt) {}

  private record Reading(Instant readAt, String error) {}

  /** The open incidents, at most so many, and how old the picture is. */
  @Transactional(readOnly = true)
  public IncidentReport open(int most) {
    var lines =
        jdbc.sql(
                """
                select type, message, process_id, element_id, process_instance_key, opened_at
                from engine_incident where cluster = ? and closed_at is null
                order by opened_at desc, id desc limit ?""")
            .params(cluster.lastLabel(), most)
            .query(
                (row, n) ->
                    new Line(
                        row.getString("type"),
                        row.getString("message"),
                        row.getString("process_id"),
                        row.getString("element_id"),
                        row.getLong("process_instance_key"),
                        Utc.instant(row, "opened_at")))
            .list();
    var keys = lines.stream().map(Line::processInstanceKey).distinct().toList();
    var known = InstanceOwners.known(owners, keys);
    var reading = reading();
    return new IncidentReport(
        lines.stream()
            .map(
                line ->
                    new OpenIncident(
                        line.type(),
                        line.message(),
                        line.processId(),
                        line.elementId(),
                        line.openedAt(),
                        known.get(line.processInstanceKey()),
                        userTasks.monitorLink(line.processInstanceKey())))
            .toList(),
        lines.size() < most ? lines.size() : count(),
        reading.readAt(),
        reading.error());
  }

  /** How many incidents are open. */
  @Transactional(readOnly = true)
  public long count() {
    return jdbc.sql("select count(*) from engine_incident where cluster = ? and closed_at is null")
        .param(cluster.lastLabel())
        .query(Long.class)
        .single();
  }

  /**
   * Notes that a job has used up its retries. It is the engine that opens the incident; its key
   * comes with the next reading.
   */
  void noteFailedJob(ActivatedJob job, String why) {
    try {
      jdbc.sql(
              """
              insert into engine_incident
                (cluster, job_key, type, message, process_id, element_id, process_instance_key,
                 opened_at)
              values (:cluster, :job, 'JOB_NO_RETRIES', :message, :process, :element, :instance,
                :now)
              on duplicate key update incident_key = null, message = :message, opened_at = :now,
                closed_at = null""")
          .param("cluster", cluster.lastLabel())
          .param("job", job.getKey())
          .param("message", cut(why))
          .param("process", job.getBpmnProcessId())
          .param("element", job.getElementId())
          .param("instance", job.getProcessInstanceKey())
          .param("now", Utc.now(clock))
          .update();
    } catch (DataAccessException e) {
      // the next reading brings it; the job's own failure must reach the engine
      log.warn("A failed job could not be noted: {}", e.getMessage());
    }
  }

  static String cut(String message) {
    var text = String.valueOf(message);
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE - 1) + "…";
  }

  private Reading reading() {
    return jdbc.sql("select read_at, error from engine_reading where cluster = ?")
        .param(cluster.lastLabel())
        .query(
            (row, n) ->
                new Reading(
                    row.getObject("read_at") == null ? null : Utc.instant(row, "read_at"),
                    row.getString("error")))
        .optional()
        .orElse(new Reading(null, null));
  }
}
