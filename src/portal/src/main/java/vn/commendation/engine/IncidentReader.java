package vn.commendation.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.engine.EngineIncidents.EngineIncident;
import vn.commendation.storage.Utc;

/** Reads the incidents of the engine into the database. */
@Component
class IncidentReader {

  static final String TASK = "incident-reading";

  private static final Logger log = LoggerFactory.getLogger(IncidentReader.class);
  private static final int MOST = 500;

  /** How long the engine may take to show an incident whose job is known to have failed. */
  private static final Duration LAG = Duration.ofMinutes(2);

  private final EngineIncidents incidents;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EngineCluster cluster;
  private final Clock clock;
  private volatile boolean failing;

  IncidentReader(
      EngineIncidents incidents,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      EngineCluster cluster,
      Clock clock) {
    this.incidents = incidents;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.cluster = cluster;
    this.clock = clock;
  }

  /** Asks the engine once. If it does not answer, the page says since when. */
  void read() {
    try {
      // no transaction is open while the network is used
      var answer = incidents.open(MOST);
      transaction.executeWithoutResult(status -> keep(answer));
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn("The incidents cannot be read for now: {}", e.getMessage());
      }
      failing = true;
      noteFailure(String.valueOf(e.getMessage()));
    }
  }

  private void keep(EngineIncidents.Answer answer) {
    var open =
        new HashSet<>(
            jdbc.sql(
                    """
                    select incident_key from engine_incident
                    where cluster = ? and closed_at is null and incident_key is not null""")
                .param(cluster.lastLabel())
                .query(Long.class)
                .list());
    answer.incidents().stream()
        .filter(incident -> !open.contains(incident.incidentKey()))
        .forEach(this::keep);
    if (answer.complete()) {
      close(answer.incidents().stream().map(EngineIncident::incidentKey).toList());
    }
    jdbc.sql(
            """
            insert into engine_reading (cluster, read_at, error) values (:cluster, :now, null)
            on duplicate key update read_at = :now, error = null""")
        .param("cluster", cluster.lastLabel())
        .param("now", Utc.now(clock))
        .update();
  }

  private void keep(EngineIncident incident) {
    jdbc.sql(
            """
            insert into engine_incident
              (cluster, incident_key, job_key, type, message, process_id, element_id,
               process_instance_key, opened_at)
            values (:cluster, :key, :job, :type, :message, :process, :element, :instance, :at)
            on duplicate key update incident_key = :key, job_key = coalesce(:job, job_key),
              type = :type, message = :message, process_id = coalesce(:process, process_id),
              element_id = coalesce(:element, element_id), opened_at = :at, closed_at = null""")
        .param("cluster", cluster.lastLabel())
        .param("key", incident.incidentKey())
        .param("job", incident.jobKey())
        .param("type", incident.type())
        .param("message", Incidents.cut(incident.message()))
        .param("process", incident.processId())
        .param("element", incident.elementId())
        .param("instance", incident.processInstanceKey())
        .param("at", Utc.of(incident.openedAt()))
        .update();
  }

  /** What the engine does not list any more is over; what it may not list yet is not. */
  private void close(List<Long> listed) {
    jdbc.sql(
            """
            update engine_incident set closed_at = :now
            where cluster = :cluster and closed_at is null
              and (incident_key is null and opened_at < :lag
                or incident_key is not null and incident_key not in (:listed))""")
        .param("now", Utc.now(clock))
        .param("cluster", cluster.lastLabel())
        .param("lag", Utc.now(clock).minus(LAG))
        .param("listed", listed.isEmpty() ? List.of(0L) : listed)
        .update();
  }

  private void noteFailure(String why) {
    jdbc.sql(
            """
            insert into engine_reading (cluster, read_at, error) values (:cluster, null, :why)
            on duplicate key update error = :why""")
        .param("cluster", cluster.lastLabel())
        .param("why", why.substring(0, Math.min(why.length(), 500)))
        .update();
  }
}
