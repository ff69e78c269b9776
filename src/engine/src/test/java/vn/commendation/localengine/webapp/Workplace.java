package vn.commendation.localengine.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.security.crypto.bcrypt.BCrypt;
import vn.commendation.localengine.LocalEngine;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.store.EngineSettings;
import vn.commendation.localengine.store.EngineSettings.Login;

/**
 * An engine with web applications and people, one for all tests of this package: Operaton allows no
 * second in a process.
 */
final class Workplace implements BeforeAllCallback, AutoCloseable {

  static final String PASSWORD = "Khenthuong@2022";
  private static final String HASH = "{bcrypt}" + BCrypt.hashpw(PASSWORD, BCrypt.gensalt(4));

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:modeler="http://camunda.org/schema/modeler/1.0"
          modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
        <process id="review" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="Review"/>
          <userTask id="Review" name="Thẩm định">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:formDefinition formId="opinion"/>
              <zeebe:assignmentDefinition assignee="=assignee" candidateGroups="office"/>
              <zeebe:ioMapping>
                <zeebe:output source="=opinions" target="opinions"/>
              </zeebe:ioMapping>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f2" sourceRef="Review" targetRef="Sign"/>
          <userTask id="Sign" name="Ký">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition candidateGroups="leadership"/>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f3" sourceRef="Sign" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  private static final String FORM =
      """
      {"id": "opinion", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Cloud",
       "executionPlatformVersion": "8.8.0",
       "components": [{"type": "textfield", "id": "f", "key": "opinions", "label": "Ý kiến"}]}
      """;

  private static Login portal;
  static int web;
  private static LocalEngine engine;
  static CamundaClient client;

  private static void start() throws SQLException {
    portal = TestDatabase.emptySchema("portal_webapp");
    sql(
        // names are compared as MySQL does by itself
        "create table engine_account (username varchar(64) collate utf8mb4_unicode_ci,"
            + " password_hash varchar(200), display_name varchar(120))",
        "create table engine_membership (username varchar(64) collate utf8mb4_unicode_ci,"
            + " group_id varchar(30), group_name varchar(60))",
        "insert into engine_membership values ('officer', 'office', 'Văn phòng'), ('chief', 'office', 'Văn phòng'),"
            + " ('director', 'leadership', 'Lãnh đạo'), ('clerk', 'clerks', 'Văn thư'),"
            + " ('head', 'unit-heads', 'Trưởng đơn vị'), ('neighbour', 'unit-heads', 'Trưởng đơn vị'),"
            + " ('administrator', 'administrators', 'Quản trị')");
    for (var name :
        List.of(
            "officer",
            "chief",
            "director",
            "clerk",
            "head",
            "neighbour",
            "employee",
            "administrator")) {
      account(name);
    }
    web = TestDatabase.freePort();
    var grpc = TestDatabase.freePort();
    var rest = TestDatabase.freePort();
    var settings =
        new EngineSettings(
            TestDatabase.emptySchema("engine_webapp"),
            portal,
            "127.0.0.1",
            grpc,
            rest,
            "127.0.0.1",
            web,
            false,
            "engine",
            "secret",
            Duration.ofDays(30),
            false);
    engine =
        LocalEngine.start(
            settings,
            () -> {
              throw new IllegalStateException("lost the lock");
            });
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + grpc))
            .restAddress(URI.create("http://127.0.0.1:" + rest))
            .defaultRequestTimeout(Duration.ofSeconds(60))
            .credentialsProvider(
                new BasicAuthCredentialsProviderBuilder()
                    .username("engine")
                    .password("secret")
                    .build())
            .build();
    client
        .newDeployResourceCommand()
        .addResourceStringUtf8(MODEL, "review.bpmn")
        .addResourceStringUtf8(FORM, "opinion.form")
        .send()
        .join();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(
            Workplace.class,
            key -> {
              try {
                start();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
              return this;
            });
  }

  @Override
  public void close() {
    client.close();
    engine.close();
  }

  static void account(String name) throws SQLException {
    sql("insert into engine_account values ('%1$s', '%2$s', 'Ông %1$s')".formatted(name, HASH));
  }

  static void sql(String... statements) throws SQLException {
    try (var connection =
            DriverManager.getConnection(portal.url(), portal.username(), portal.password());
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  static Person person(String name) {
    var person = new Person(web);
    assertThat(person.logIn(name, PASSWORD, "tasklist")).isEqualTo(200);
    return person;
  }

  static UserTask task(String assignee) {
    return task(assignee, Map.of());
  }

  /** The first task of a new instance. */
  static UserTask task(String assignee, Map<String, Object> more) {
    var variables = new HashMap<>(more);
    variables.put("assignee", assignee);
    var instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("review")
            .latestVersion()
            .variables(variables)
            .send()
            .join()
            .getProcessInstanceKey();
    return tasksOf(instance).getFirst();
  }

  static List<UserTask> tasksOf(long instance) {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .sort(sort -> sort.creationDate().asc())
        .send()
        .join()
        .items();
  }

  static UserTask now(UserTask task) {
    return client.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
  }

  static String path(UserTask task, String action) {
    return "task/" + task.getUserTaskKey() + "/" + action;
  }

  static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
