package vn.commendation.localengine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.api.response.ActivatedJob;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.impl.util.ClockUtil;
import vn.commendation.localengine.LocalEngine;
import vn.commendation.localengine.Scrape;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.store.EngineSettings;

class HistoryCleanerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration KEEP = Duration.ofDays(30);

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:modeler="http://camunda.org/schema/modeler/1.0"
          modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
        <message id="m" name="come"/>
        <process id="everything" isExecutable="true">
          <startEvent id="start"><messageEventDefinition id="d" messageRef="m"/></startEvent>
          <sequenceFlow id="f1" sourceRef="start" targetRef="decide"/>
          <businessRuleTask id="decide">
            <extensionElements>
              <zeebe:calledDecision decisionId="same" resultVariable="same"/>
            </extensionElements>
          </businessRuleTask>
          <sequenceFlow id="f2" sourceRef="decide" targetRef="review"/>
          <userTask id="review">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition candidateGroups="office"/>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f3" sourceRef="review" targetRef="work"/>
          <serviceTask id="work">
            <extensionElements><zeebe:taskDefinition type="work"/></extensionElements>
          </serviceTask>
          <boundaryEvent id="late" attachedToRef="work" cancelActivity="false">
            <timerEventDefinition id="t"><timeDuration>PT1H</timeDuration></timerEventDefinition>
          </boundaryEvent>
        </process>
      </definitions>
      """;

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="same-drg" name="same"
          namespace="t" xmlns:modeler="http://camunda.org/schema/modeler/1.0">
        <decision id="same" name="same">
          <variable id="v" name="same"/>
          <literalExpression id="e"><text>n</text></literalExpression>
        </decision>
      </definitions>
      """;

  private static EngineSettings settings;
  private static LocalEngine engine;
  private static CamundaClient client;

  @BeforeAll
  static void start() throws SQLException {
    var schema = TestDatabase.emptySchema("engine_history");
    settings =
        new EngineSettings(
            schema,
            schema,
            "127.0.0.1",
            TestDatabase.freePort(),
            TestDatabase.freePort(),
            "127.0.0.1",
            TestDatabase.freePort(),
            false,
            "engine",
            "secret",
            KEEP,
            true);
    engine = LocalEngine.start(settings, () -> {});
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + settings.grpcPort()))
            .restAddress(URI.create("http://127.0.0.1:" + settings.restPort()))
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(PATIENCE)
            .credentialsProvider(
                CredentialsProvider.newBasicAuthCredentialsProviderBuilder()
                    .username(settings.username())
                    .password(settings.password())
                    .build())
            .build();
    client
        .newDeployResourceCommand()
        .addResourceStringUtf8(MODEL, "a.bpmn")
        .addResourceStringUtf8(DECISION, "a.dmn")
        .send()
        .join();
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
    ClockUtil.reset();
  }

  @Test
  void shouldRemoveAllOfWhatEndedLongAgoAndNothingOfWhatRuns() throws Exception {
    var ended = new ArrayList<Long>();
    // more than one step
    for (int i = 0; i < 60; i++) {
      ended.add(instance("ended-" + i));
    }
    var running = instance("running");
    client.newEvaluateDecisionCommand().decisionId("same").variables(Map.of("n", 1)).send().join();
    var jobs = jobs(61);
    var first =
        jobs.stream()
            .filter(job -> job.getProcessInstanceKey() == ended.getFirst())
            .findFirst()
            .orElseThrow();
    client.newFailCommand(first.getKey()).retries(0).errorMessage("Bùi Thị Mai").send().join();
    client.newUpdateRetriesCommand(first.getKey()).retries(1).send().join();
    var incident = client.newIncidentSearchRequest().send().join().singleItem();
    client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    for (var job : jobs) {
      if (job.getProcessInstanceKey() != running) {
        client.newCompleteCommand(job.getKey()).send().join();
      }
    }
    var places = places(ended.getFirst());
    assertThat(places)
        .containsKeys(
            "ACT_HI_PROCINST",
            "ACT_HI_ACTINST",
            "ACT_HI_VARINST",
            "ACT_HI_TASKINST",
            "ACT_GE_BYTEARRAY",
            "ENG_INCIDENT",
            "ENG_USER_TASK",
            "ENG_SEQUENCE_FLOW",
            "ENG_DECISION_INSTANCE",
            "ENG_CORRELATION");
    var before = places(running);

    moveClock(KEEP.minusHours(2));
    // what it is reached by may be late, but not early
    assertThat(places(ended.getFirst())).containsKey("ACT_HI_PROCINST");
    moveClock(Duration.ofHours(3));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(places(ended)).isEmpty());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(count("ENG_DECISION_INSTANCE", "process_instance_key <= 0")).isZero());
    // the timer it had has fired meanwhile
    before.remove("ACT_RU_JOB");
    var after = places(running);
    before.forEach(
        (table, rows) ->
            assertThat(after.getOrDefault(table, 0L))
                .as("rows in %s", table)
                .isGreaterThanOrEqualTo(rows));
    assertThat(Scrape.of(settings)).contains("engine_history_removed_total 60.0");
    assertThat(count("ENG_USER_TASK_CANDIDATE", "1 = 1")).isOne();
    assertThat(client.newUserTaskSearchRequest().send().join().items()).hasSize(1);
    assertThat(instance("after")).isGreaterThan(running);
  }

  private static long instance(String key) {
    client
        .newPublishMessageCommand()
        .messageName("come")
        .correlationKey(key)
        .timeToLive(Duration.ZERO)
        .variables(Map.of("n", 1, "report", "Báo cáo thành tích. ".repeat(300)))
        .send()
        .join();
    var task =
        client
            .newUserTaskSearchRequest()
            .filter(
                filter -> filter.state(io.camunda.client.api.search.enums.UserTaskState.CREATED))
            .send()
            .join()
            .items()
            .getFirst();
    client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
    return task.getProcessInstanceKey();
  }

  private static List<ActivatedJob> jobs(int count) {
    var jobs = new ArrayList<ActivatedJob>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              jobs.addAll(
                  client
                      .newActivateJobsCommand()
                      .jobType("work")
                      .maxJobsToActivate(count)
                      .timeout(Duration.ofDays(365))
                      .requestTimeout(Duration.ofSeconds(5))
                      .send()
                      .join()
                      .getJobs());
              return jobs.size() == count;
            });
    return jobs;
  }

  private static void moveClock(Duration by) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + settings.restPort() + "/actuator/clock/add"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"offsetMilli\":" + by.toMillis() + "}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  private static Map<String, Long> places(long instance) throws SQLException {
    return places(List.of(instance));
  }

  /** Rows of instances by table, wherever a column says whose they are. */
  private static Map<String, Long> places(List<Long> instances) throws SQLException {
    var any =
        instances.stream()
            .map(each -> "'" + each + "'")
            .collect(Collectors.joining(", ", "(", ")"));
    var places = new TreeMap<String, Long>();
    try (var connection = connect();
        var statement = connection.createStatement();
        var columns =
            statement.executeQuery(
                "select table_name, column_name from information_schema.columns"
                    + " where table_schema = database() and lower(column_name) in"
                    + " ('proc_inst_id_', 'process_instance_id_', 'root_proc_inst_id_',"
                    + " 'process_instance_key', 'process_instance_id', 'instance_key_')")) {
      while (columns.next()) {
        var rows = count(columns.getString(1), columns.getString(2) + " in " + any);
        if (rows > 0) {
          places.put(columns.getString(1).toUpperCase(), rows);
        }
      }
    }
    return places;
  }

  private static long count(String table, String where) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table + " where " + where)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect() throws SQLException {
    var login = settings.database();
    return DriverManager.getConnection(login.url(), login.username(), login.password());
  }
}
