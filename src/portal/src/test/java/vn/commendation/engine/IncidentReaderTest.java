package vn.commendation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.camunda.client.api.response.ActivatedJob;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.commendation.engine.EngineIncidents.Answer;
import vn.commendation.engine.EngineIncidents.EngineIncident;
import vn.commendation.platform.LocalDatabase;

/** On the real database; the engine says what it is told to say. */
class IncidentReaderTest {

  private static final String CLUSTER = "incident-reader-test";
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  private final JdbcClient jdbc = JdbcClient.create(LocalDatabase.get());
  private final TransactionTemplate transaction =
      new TransactionTemplate(new DataSourceTransactionManager(LocalDatabase.get()));
  private final EngineCluster cluster = mock();
  private final UserTasks userTasks = mock();
  private final List<EngineIncident> listed = new ArrayList<>();

  private boolean complete = true;
  private boolean away;
  private Instant now = NOW;

  private final Clock clock = mock();
  private final InstanceOwners owners =
      keys ->
          keys.contains(41L)
              ? List.of(new InstanceOwner(41, "HTLTB-2022-0001", "/nominations/1"))
              : List.of();
  private final Incidents incidents =
      new Incidents(jdbc, userTasks, List.of(owners), cluster, clock);
  private final EngineIncidents engine = mock();
  private final IncidentReader reader =
      new IncidentReader(engine, jdbc, transaction, cluster, clock);

  @BeforeEach
  void nothingIsWrong() {
    given(cluster.lastLabel()).willReturn(CLUSTER);
    jdbc.sql("delete from engine_incident where cluster = ?").param(CLUSTER).update();
    jdbc.sql("delete from engine_reading where cluster = ?").param(CLUSTER).update();
    given(engine.open(anyInt())).willAnswer(call -> answer());
    given(clock.instant()).willAnswer(call -> now);
    given(clock.getZone()).willReturn(ZoneOffset.UTC);
    given(userTasks.monitorLink(41)).willReturn(URI.create("http://monitor/41"));
  }

  @Test
  void shouldShowAnIncidentUntilTheEngineDoesNotListItAnyMore() {
    assertThat(incidents.open(10).readAt()).isNull();
    listed.add(incident(71, null, "no way leads on"));

    reader.read();

    var report = incidents.open(10);
    assertThat(report.readAt()).isEqualTo(NOW);
    assertThat(report.error()).isNull();
    assertThat(report.incidents())
        .containsExactly(
            new OpenIncident(
                "CONDITION_ERROR",
                "no way leads on",
                "nomination",
                "OfficeGateway",
                NOW.minusSeconds(60),
                new InstanceOwner(41, "HTLTB-2022-0001", "/nominations/1"),
                URI.create("http://monitor/41")));

    listed.clear();
    reader.read();
    assertThat(incidents.count()).isZero();
  }

  @Test
  void shouldTakeAFailedJobAndItsIncidentForOneThing() {
    incidents.noteFailedJob(job(55), "no database");
    assertThat(incidents.open(10).incidents())
        .extracting(OpenIncident::type, OpenIncident::message, OpenIncident::elementId)
        .containsExactly(tuple("JOB_NO_RETRIES", "no database", "RecordCheck"));

    listed.add(incident(71, 55L, "no database, says the engine"));
    reader.read();

    assertThat(incidents.count()).isEqualTo(1);
    assertThat(incidents.open(10).incidents().getFirst().message())
        .isEqualTo("no database, says the engine");
  }

  @Test
  void shouldGiveTheEngineTimeToListWhatIsKnownToHaveFailed() {
    incidents.noteFailedJob(job(55), "no database");

    reader.read();
    assertThat(incidents.count()).isEqualTo(1);

    now = NOW.plus(Duration.ofMinutes(3));
    reader.read();
    assertThat(incidents.count()).as("it was resolved before anybody saw it").isZero();

    incidents.noteFailedJob(job(55), "no database again");
    assertThat(incidents.count()).isEqualTo(1);
  }

  @Test
  void shouldCloseNothingWhileTheEngineListsOnlySome() {
    listed.add(incident(71, null, "one"));
    reader.read();
    listed.clear();
    listed.add(incident(72, null, "two"));
    complete = false;

    reader.read();

    assertThat(incidents.count()).isEqualTo(2);
    assertThat(incidents.open(1).total()).isEqualTo(2);
    assertThat(incidents.open(1).incidents()).hasSize(1);
  }

  @Test
  void shouldSaySinceWhenTheEngineDoesNotAnswer() {
    listed.add(incident(71, null, "one"));
    reader.read();
    away = true;
    now = NOW.plus(Duration.ofHours(1));

    reader.read();

    var report = incidents.open(10);
    assertThat(report.incidents()).hasSize(1);
    assertThat(report.readAt()).isEqualTo(NOW);
    assertThat(report.error()).isEqualTo("Connection refused");

    away = false;
    reader.read();
    assertThat(incidents.open(10).readAt()).isEqualTo(now);
    assertThat(incidents.open(10).error()).isNull();
  }

  @Test
  void shouldCutAMessageThatIsTooLong() {
    listed.add(incident(71, null, "x".repeat(5000)));

    reader.read();

    assertThat(incidents.open(10).incidents().getFirst().message()).hasSize(2000).endsWith("…");
  }

  private Answer answer() {
    if (away) {
      throw new IllegalStateException("Connection refused");
    }
    return new Answer(List.copyOf(listed), complete);
  }

  private static EngineIncident incident(long key, Long job, String message) {
    return new EngineIncident(
        key,
        job,
        "CONDITION_ERROR",
        message,
        "nomination",
        "OfficeGateway",
        41,
        NOW.minusSeconds(60));
  }

  private static ActivatedJob job(long key) {
    ActivatedJob job = mock();
    given(job.getKey()).willReturn(key);
    given(job.getBpmnProcessId()).willReturn("nomination");
    given(job.getElementId()).willReturn("RecordCheck");
    given(job.getProcessInstanceKey()).willReturn(41L);
    return job;
  }
}
