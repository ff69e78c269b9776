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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;
import vn.commendation.localengine.LocalEngine;
import vn.commendation.localengine.TestDatabase;
import vn.commendation.localengine.kernel.Json;
import vn.commendation.localengine.store.EngineSettings;
import vn.commendation.localengine.store.EngineSettings.Login;

/** What people can do in the web applications, asked for as a browser would. */
class WebAppsIT {

  private static final String PASSWORD = "Khenthuong@2022";
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
  private static int web;
  private static LocalEngine engine;
  private static CamundaClient client;

  @BeforeAll
  static void start() throws SQLException {
    portal = TestDatabase.emptySchema("portal_webapp");
    sql(
        "create table engine_account (username varchar(64), password_hash varchar(200), display_name varchar(120))",
        "create table engine_membership (username varchar(64), group_id varchar(30), group_name varchar(60))",
        "insert into engine_membership values ('officer', 'office', 'Văn phòng'), ('chief', 'office', 'Văn phòng'),"
            + " ('director', 'leadership', 'Lãnh đạo'), ('clerk', 'clerks', 'Văn thư'),"
            + " ('administrator', 'administrators', 'Quản trị')");
    for (var name : List.of("officer", "chief", "director", "clerk", "administrator")) {
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

  @AfterAll
  static void stop() {
    if (client != null) {
      client.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  private static void account(String name) throws SQLException {
    sql("insert into engine_account values ('%1$s', '%2$s', 'Ông %1$s')".formatted(name, HASH));
  }

  private static void sql(String... statements) throws SQLException {
    try (var connection =
            DriverManager.getConnection(portal.url(), portal.username(), portal.password());
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    }
  }

  private static Person person(String name) {
    var person = new Person(web);
    assertThat(person.logIn(name, PASSWORD, "tasklist")).isEqualTo(200);
    return person;
  }

  private static UserTask task(String assignee) {
    return task(assignee, Map.of());
  }

  /** The first task of a new instance. */
  private static UserTask task(String assignee, Map<String, Object> more) {
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

  private static List<UserTask> tasksOf(long instance) {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance))
        .sort(sort -> sort.creationDate().asc())
        .send()
        .join()
        .items();
  }

  private static UserTask now(UserTask task) {
    return client.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
  }

  private static String path(UserTask task, String action) {
    return "task/" + task.getUserTaskKey() + "/" + action;
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static void assertOpen(UserTask task, String assignee) {
    assertThat(now(task).getState().name()).isEqualTo("CREATED");
    assertThat(now(task).getAssignee()).isEqualTo(assignee);
  }

  private static void assertCompletedBy(UserTask task, String person) {
    assertThat(now(task).getState().name()).isEqualTo("COMPLETED");
    assertThat(now(task).getAssignee()).isEqualTo(person);
    var history =
        person("administrator").engine("GET", "history/task?taskId=" + task.getUserTaskKey(), null);
    assertThat(json(history.body()).at("/0/assignee").asText()).isEqualTo(person);
    var next = tasksOf(task.getProcessInstanceKey());
    assertThat(next).extracting(UserTask::getElementId).containsExactly("Review", "Sign");
  }

  // who gets in

  @Test
  void a_wrong_password_or_name_does_not_get_in() {
    assertThat(new Person(web).logIn("officer", "wrong", "tasklist")).isEqualTo(401);
    assertThat(new Person(web).logIn("nobody", PASSWORD, "tasklist")).isEqualTo(401);
    assertThat(new Person(web).logIn("officer", "", "tasklist")).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "officer, tasklist, 200", "officer, cockpit, 200", "officer, admin, 403",
    "clerk, tasklist, 200", "clerk, cockpit, 403", "clerk, admin, 403",
    "administrator, tasklist, 200", "administrator, cockpit, 200", "administrator, admin, 200"
  })
  void an_application_is_open_to_its_groups(String name, String application, int status) {
    assertThat(new Person(web).logIn(name, PASSWORD, application)).isEqualTo(status);
  }

  @Test
  void nothing_is_told_to_who_is_not_logged_in() {
    var stranger = new Person(web);
    stranger.get("/operaton/app/tasklist/default/");
    assertThat(stranger.engine("GET", "task", null).statusCode()).isEqualTo(401);
    assertThat(stranger.engine("GET", "user/officer/profile", null).statusCode()).isEqualTo(401);
    assertThat(
            stranger
                .get("/operaton/api/cockpit/plugin/base/default/process-definition/statistics")
                .statusCode())
        .isEqualTo(401);
    assertThat(stranger.get("/engine-rest/task").statusCode()).isEqualTo(404);
  }

  @Test
  void who_is_locked_out_is_out_with_the_next_request() throws SQLException {
    account("leaver");
    var person = person("leaver");
    assertThat(person.engine("GET", "filter", null).statusCode()).isEqualTo(200);
    sql("delete from engine_account where username = 'leaver'");
    assertThat(person.engine("GET", "filter", null).statusCode()).isEqualTo(401);
    assertThat(new Person(web).logIn("leaver", PASSWORD, "tasklist")).isEqualTo(401);
  }

  @Test
  void a_new_group_counts_with_the_next_request() throws SQLException {
    account("riser");
    var person = person("riser");
    var task = task(null);
    assertThat(person.engine("GET", path(task, "form"), null).statusCode()).isEqualTo(403);
    sql("insert into engine_membership values ('riser', 'office', 'Văn phòng')");
    assertThat(person.engine("GET", path(task, "form"), null).statusCode()).isEqualTo(200);
  }

  @Test
  void while_accounts_cannot_be_read_nobody_gets_in_and_the_engine_goes_on() throws SQLException {
    sql("rename table engine_account to engine_account_away");
    try {
      assertThat(new Person(web).logIn("officer", PASSWORD, "tasklist")).isEqualTo(401);
      assertOpen(task(null), null);
    } finally {
      sql("rename table engine_account_away to engine_account");
    }
    person("officer");
  }

  @Test
  void a_password_kept_in_another_way_does_not_get_in() throws SQLException {
    sql("insert into engine_account values ('plain', '{noop}secret', 'Ông plain')");
    assertThat(new Person(web).logIn("plain", "secret", "tasklist")).isEqualTo(401);
  }

  // whose task it is

  @Test
  void who_completes_an_unassigned_task_is_its_assignee() {
    var task = task(null);
    var answer = person("officer").engine("POST", path(task, "complete"), "{}");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertCompletedBy(task, "officer");
  }

  @Test
  void who_submits_the_form_of_a_claimed_task_stays_its_assignee() {
    var task = task(null);
    var officer = person("officer");
    assertThat(
            officer.engine("POST", path(task, "claim"), "{\"userId\": \"officer\"}").statusCode())
        .isEqualTo(204);
    var answer =
        officer.engine(
            "POST",
            path(task, "submit-form"),
            "{\"variables\": {\"opinions\": {\"value\": \"được\"}, \"assignee\": {\"value\": \"chief\"}}}");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertCompletedBy(task, "officer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form"})
  void somebody_elses_task_cannot_be_completed(String action) {
    var task = task("chief");
    for (var name : List.of("officer", "administrator")) {
      assertThat(person(name).engine("POST", path(task, action), "{}").statusCode()).isEqualTo(403);
    }
    assertOpen(task, "chief");
    assertThat(person("chief").engine("POST", path(task, action), "{}").statusCode())
        .isEqualTo(204);
    assertCompletedBy(task, "chief");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "submit-form", "claim", "unclaim", "comment/create"})
  void who_is_no_candidate_does_nothing_with_a_task(String action) {
    var task = task(null);
    assertThat(
            person("director")
                .engine(
                    "POST", path(task, action), "{\"userId\": \"director\", \"message\": \"x\"}")
                .statusCode())
        .isEqualTo(403);
    assertOpen(task, null);
  }

  @Test
  void nobody_claims_for_somebody_else() {
    var task = task(null);
    for (var name : List.of("officer", "administrator")) {
      assertThat(
              person(name)
                  .engine("POST", path(task, "claim"), "{\"userId\": \"chief\"}")
                  .statusCode())
          .isEqualTo(403);
    }
    assertOpen(task, null);
  }

  @Test
  void a_claimed_task_is_claimed_or_given_back_by_nobody_else() {
    var task = task("chief");
    var officer = person("officer");
    for (var body : List.of("{\"userId\": \"officer\"}", "{\"userId\": null}")) {
      assertThat(officer.engine("POST", path(task, "claim"), body).statusCode()).isEqualTo(403);
    }
    assertThat(officer.engine("POST", path(task, "unclaim"), null).statusCode()).isEqualTo(403);
    assertOpen(task, "chief");
  }

  @Test
  void ones_own_task_can_be_given_back() {
    var task = task(null);
    var officer = person("officer");
    officer.engine("POST", path(task, "claim"), "{\"userId\": \"officer\"}");
    assertOpen(task, "officer");
    assertThat(officer.engine("POST", path(task, "unclaim"), null).statusCode()).isEqualTo(204);
    assertOpen(task, null);
    assertThat(
            person("chief")
                .engine("POST", path(task, "claim"), "{\"userId\": \"chief\"}")
                .statusCode())
        .isEqualTo(204);
    assertOpen(task, "chief");
  }

  @Test
  void only_the_administrator_gives_a_task_to_somebody() {
    var task = task("officer");
    var toChief = "{\"userId\": \"chief\"}";
    assertThat(person("officer").engine("POST", path(task, "assignee"), toChief).statusCode())
        .isEqualTo(403);
    assertOpen(task, "officer");
    assertThat(person("administrator").engine("POST", path(task, "assignee"), toChief).statusCode())
        .isEqualTo(204);
    assertOpen(task, "chief");
  }

  @Test
  void a_task_completed_twice_at_once_is_completed_once() {
    var task = task(null);
    var people = List.of(person("officer"), person("chief"));
    var answers =
        people.parallelStream()
            .map(person -> person.engine("POST", path(task, "complete"), "{}").statusCode())
            .toList();
    assertThat(answers).containsOnlyOnce(204).containsAnyOf(403, 404);
    assertCompletedBy(task, answers.getFirst() == 204 ? "officer" : "chief");
  }

  // what is sent and shown

  @Test
  void what_a_form_sends_leaves_the_task_by_its_mappings_only() {
    var task = task(null);
    person("officer")
        .engine(
            "POST",
            path(task, "submit-form"),
            """
            {"variables": {"opinions": {"type": "Json", "value": "[{\\"text\\": \\"được\\", \\"points\\": 1}]"},
              "other": {"value": 7}}}
            """);
    var variables =
        client
            .newVariableSearchRequest()
            .filter(
                filter ->
                    filter
                        .processInstanceKey(task.getProcessInstanceKey())
                        .scopeKey(task.getProcessInstanceKey()))
            .send()
            .join()
            .items();
    assertThat(variables)
        .filteredOn(variable -> variable.getName().equals("opinions"))
        .singleElement()
        .satisfies(
            variable ->
                assertThat(json(variable.getValue()))
                    .isEqualTo(json("[{\"text\": \"được\", \"points\": 1}]")));
    assertThat(variables).noneMatch(variable -> variable.getName().equals("other"));
  }

  @Test
  void what_is_no_json_is_refused() {
    var task = task(null);
    var answer =
        person("officer")
            .engine(
                "POST",
                path(task, "submit-form"),
                "{\"variables\": {\"opinions\": {\"type\": \"Json\", \"value\": \"[1\"}}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertOpen(task, null);
  }

  @Test
  void a_form_gets_long_texts_and_lists_and_no_nulls() {
    var text = "ý".repeat(10_000);
    var more = new HashMap<String, Object>();
    more.put("text", text);
    more.put("list", List.of(Map.of("name", "An")));
    more.put("nothing", null);
    var task = task(null, more);
    var officer = person("officer");
    var shown =
        json(
            officer
                .engine("GET", path(task, "form-variables?deserializeValues=false"), null)
                .body());
    assertThat(shown.at("/text/value").asText()).isEqualTo(text);
    assertThat(json(shown.at("/list/value").asText())).isEqualTo(json("[{\"name\": \"An\"}]"));
    assertThat(shown.has("nothing")).isFalse();
    assertThat(officer.engine("GET", path(task, "deployed-form"), null).body()).contains("Ý kiến");
  }

  @Test
  void everybody_finds_the_filters_and_in_them_what_is_theirs() {
    var free = task(null);
    var own = task("officer");
    var foreign = task("chief");
    var officer = person("officer");
    var filters = json(officer.engine("GET", "filter", null).body());
    assertThat(filters)
        .extracting(filter -> filter.get("name").asText())
        .containsExactlyInAnyOrder("Việc của nhóm tôi", "Việc của tôi", "Tất cả");
    assertThat(keysIn(officer, filters, "Việc của nhóm tôi"))
        .contains(free.getUserTaskKey())
        .doesNotContain(own.getUserTaskKey());
    assertThat(keysIn(officer, filters, "Việc của tôi"))
        .contains(own.getUserTaskKey())
        .doesNotContain(free.getUserTaskKey(), foreign.getUserTaskKey());
    assertThat(keysIn(officer, filters, "Tất cả"))
        .contains(free.getUserTaskKey(), own.getUserTaskKey());
    assertThat(keysIn(person("clerk"), filters, "Tất cả")).isEmpty();
  }

  private static List<Long> keysIn(Person person, JsonNode filters, String name) {
    var id =
        Stream.generate(filters.iterator()::next)
            .filter(filter -> filter.get("name").asText().equals(name))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    var found = json(person.engine("GET", "filter/" + id + "/list", null).body());
    return found.findValuesAsText("id").stream().map(Long::valueOf).toList();
  }

  // what may be asked

  @ParameterizedTest
  @CsvSource({
    "officer, GET, history/process-instance, 200",
    "clerk, GET, history/process-instance, 403",
    "officer, POST, deployment/create, 403",
    "administrator, POST, deployment/create, 403",
    "officer, POST, task/create, 403",
    "administrator, POST, task/create, 403",
    "officer, POST, filter/create, 403",
    "administrator, POST, filter/create, 403",
    "officer, POST, message, 403",
    "administrator, POST, message, 403",
    "officer, POST, external-task/fetchAndLock, 403",
    "administrator, POST, external-task/fetchAndLock, 403",
    "officer, POST, process-definition/key/review/start, 403",
    "officer, GET, ../../../admin/plugin/base/default/metrics, 403",
    "clerk, GET, ../../../cockpit/plugin/base/default/process-definition/statistics, 403",
    "officer, GET, ../../../cockpit/plugin/base/default/process-definition/statistics, 200"
  })
  void other_requests_are_refused(String name, String method, String path, int status) {
    var person = person(name);
    var url = URI.create("/operaton/api/engine/engine/default/").resolve(path).toString();
    assertThat(person.ask(method, url, method.equals("GET") ? null : "{}").statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bpmnError", "bpmnEscalation", "delegate", "resolve"})
  void a_task_is_left_by_completing_it(String action) {
    var task = task(null);
    for (var name : List.of("officer", "administrator")) {
      assertThat(
              person(name)
                  .engine(
                      "POST",
                      path(task, action),
                      "{\"errorCode\": \"x\", \"escalationCode\": \"x\", \"userId\": \"chief\"}")
                  .statusCode())
          .isEqualTo(403);
    }
    assertOpen(task, null);
  }

  @Test
  void a_request_without_the_token_of_its_page_is_refused() {
    var task = task(null);
    var officer = person("officer");
    officer.forgetToken();
    assertThat(officer.engine("POST", path(task, "complete"), "{}").statusCode()).isEqualTo(403);
    assertOpen(task, null);
  }

  @Test
  void the_start_leads_to_tasklist_and_files_outside_are_not_served() {
    var person = new Person(web);
    for (var path : List.of("/", "/operaton", "/operaton/app/", "/operaton/app")) {
      assertThat(person.get(path).headers().firstValue("Location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("/operaton/app/tasklist/default/"));
    }
    assertThat(person.get("/operaton/app/tasklist/locales/vi.json").body()).contains("Nhận việc");
    assertThat(person.get("/operaton/" + Mend.SCRIPT).body())
        .contains("Object.values(e.errors).flat(9).some(Boolean)");
    for (var path :
        List.of(
            "/operaton/app/../securityFilterRules.json",
            "/operaton/app/%2e%2e/WEB-INF/web.xml",
            "/operaton/WEB-INF/web.xml",
            "/operaton/app/")) {
      assertThat(person.get(path).statusCode()).isNotEqualTo(200);
    }
  }
}
