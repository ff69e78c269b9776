package vn.commendation.localengine.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.localengine.webapp.Workplace.account;
import static vn.commendation.localengine.webapp.Workplace.client;
import static vn.commendation.localengine.webapp.Workplace.json;
import static vn.commendation.localengine.webapp.Workplace.now;
import static vn.commendation.localengine.webapp.Workplace.person;
import static vn.commendation.localengine.webapp.Workplace.sql;
import static vn.commendation.localengine.webapp.Workplace.tasksOf;

import io.camunda.client.api.search.response.UserTask;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who sees and does what through Operaton's REST interface, tried as each role on one case that
 * waits for all of them at once.
 */
@ExtendWith(Workplace.class)
class RightsIT {

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
          xmlns:modeler="http://camunda.org/schema/modeler/1.0"
          modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
        <process id="matter" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f0" sourceRef="start" targetRef="fork"/>
          <parallelGateway id="fork"/>
          <sequenceFlow id="f1" sourceRef="fork" targetRef="Supplement"/>
          <sequenceFlow id="f2" sourceRef="fork" targetRef="Review"/>
          <sequenceFlow id="f3" sourceRef="fork" targetRef="Sign"/>
          <sequenceFlow id="f4" sourceRef="fork" targetRef="Number"/>
          <userTask id="Supplement">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition assignee="=nominator" candidateUsers="=[nominator]"/>
            </extensionElements>
          </userTask>
          <userTask id="Review">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition candidateGroups="office"/>
            </extensionElements>
          </userTask>
          <userTask id="Sign">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition candidateGroups="leadership" candidateUsers="=signatories"/>
            </extensionElements>
          </userTask>
          <userTask id="Number">
            <extensionElements>
              <zeebe:userTask/>
              <zeebe:assignmentDefinition candidateGroups="clerks"/>
            </extensionElements>
          </userTask>
        </process>
      </definitions>
      """;

  private static long matter;

  /** The tasks of the case by their elements. */
  private static Map<String, UserTask> tasks;

  @BeforeAll
  static void begin() {
    client.newDeployResourceCommand().addResourceStringUtf8(MODEL, "matter.bpmn").send().join();
    matter = newMatter();
    tasks = tasksByElement(matter);
  }

  private static long newMatter() {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId("matter")
        .latestVersion()
        .variables(
            Map.of("nominator", "head", "signatories", List.of("chief"), "secret", "khiển trách"))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private static Map<String, UserTask> tasksByElement(long instance) {
    return tasksOf(instance).stream()
        .collect(Collectors.toMap(UserTask::getElementId, task -> task, (a, b) -> a, TreeMap::new));
  }

  // tasks

  private static final String WHO_SEES_WHAT =
      """
      head,          Supplement
      neighbour,     ''
      employee,      ''
      officer,       Review
      chief,         Review Sign
      director,      Sign
      clerk,         Number
      administrator, Supplement Review Sign Number
      """;

  @ParameterizedTest
  @CsvSource(textBlock = WHO_SEES_WHAT)
  void lists_and_counts_of_tasks_hold_what_is_ones_own(String name, String elements) {
    var person = person(name);
    var own = own(elements);
    var ofMatter = "?processInstanceId=" + matter;
    var body = "{\"processInstanceId\": \"" + matter + "\"}";
    for (var found :
        List.of(
            person.engine("GET", "task" + ofMatter, null),
            person.engine("POST", "task", body),
            person.engine("POST", "task", "{\"orQueries\": [" + body + "]}"))) {
      assertThat(json(found.body()).findValuesAsText("taskDefinitionKey"))
          .containsExactlyInAnyOrderElementsOf(own);
    }
    for (var counted :
        List.of(
            person.engine("GET", "task/count" + ofMatter, null),
            person.engine("POST", "task/count", body))) {
      assertThat(json(counted.body()).at("/count").asInt(-1)).isEqualTo(own.size());
    }
    for (var filter : json(person.engine("GET", "filter", null).body())) {
      var path = "filter/" + filter.get("id").asText();
      var listed = json(person.engine("POST", path + "/list", body).body());
      assertThat(listed.isArray()).as(listed.toString()).isTrue();
      assertThat(own).containsAll(listed.findValuesAsText("taskDefinitionKey"));
      assertThat(json(person.engine("POST", path + "/count", body).body()).at("/count").asInt(-1))
          .isEqualTo(listed.size());
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = WHO_SEES_WHAT)
  void a_task_is_read_by_whose_it_is(String name, String elements) {
    var person = person(name);
    var own = own(elements);
    var softly = new SoftAssertions();
    tasks.forEach(
        (element, task) -> {
          for (var part :
              List.of(
                  "",
                  "/form",
                  "/variables",
                  "/localVariables",
                  "/form-variables",
                  "/identity-links")) {
            var answer = person.engine("GET", "task/" + task.getUserTaskKey() + part, null);
            softly
                .assertThat(answer.statusCode() == 200)
                .as("%s reads %s%s: %d", name, element, part, answer.statusCode())
                .isEqualTo(own.contains(element));
          }
        });
    softly.assertAll();
  }

  private static Set<String> own(String elements) {
    return elements.isEmpty() ? Set.of() : Set.of(elements.split(" "));
  }

  // instances

  private static final List<String> OF_AN_INSTANCE =
      List.of(
          "process-instance",
          "process-instance/count",
          "process-instance?processInstanceIds={i}",
          "process-instance/{i}",
          "process-instance/{i}/activity-instances",
          "process-instance/{i}/variables",
          "process-instance/{i}/variables/secret",
          "execution?processInstanceId={i}",
          "execution/count",
          "execution/{i}/localVariables",
          "variable-instance?processInstanceIdIn={i}",
          "variable-instance/count",
          "incident",
          "incident/count",
          "job",
          "job/count",
          "external-task",
          "external-task/count",
          "event-subscription",
          "job-definition",
          "process-definition/statistics",
          "process-definition/statistics?incidents=true",
          "process-definition/key/matter/statistics",
          "task/report/candidate-group-count",
          "history/process-instance",
          "history/process-instance/count",
          "history/process-instance/{i}",
          "history/activity-instance?processInstanceId={i}",
          "history/variable-instance?processInstanceId={i}",
          "history/variable-instance/count",
          "history/task?processInstanceId={i}",
          "history/task/count",
          "history/detail?processInstanceId={i}",
          "history/incident",
          "history/identity-link-log",
          "history/user-operation?processInstanceId={i}",
          "history/user-operation/count",
          "history/process-definition/cleanable-process-instance-report",
          "history/process-instance/report?reportType=duration&periodUnit=month",
          "history/task/report?reportType=count",
          "deployment",
          "authorization",
          "authorization/count",
          "metrics",
          "metrics/job-successful/sum",
          "telemetry/data",
          "batch",
          "batch/statistics",
          "schema/log",
          "user",
          "../../../cockpit/plugin/base/default/process-definition/statistics",
          "../../../cockpit/plugin/base/default/process-instance",
          "../../../cockpit/plugin/base/default/incident",
          "../../../admin/plugin/adminPlugins/default/metrics/job-successful/sum",
          "../../../admin/setup/default/user/create");

  private static final List<String> QUERIES =
      List.of(
          "process-instance",
          "process-instance/count",
          "execution",
          "variable-instance",
          "variable-instance/count",
          "incident",
          "job",
          "external-task",
          "history/process-instance",
          "history/process-instance/count",
          "history/task",
          "history/variable-instance",
          "history/activity-instance",
          "history/detail",
          "user",
          "authorization");

  @ParameterizedTest
  @ValueSource(strings = {"head", "neighbour", "employee", "director", "clerk"})
  void nothing_is_told_of_instances_to_who_does_not_watch(String name) {
    var person = person(name);
    var softly = new SoftAssertions();
    for (var each : OF_AN_INSTANCE) {
      var path = each.replace("{i}", Long.toString(matter));
      softly.assertThat(told(person.ask("GET", url(path), null))).as("GET %s", path).isEmpty();
    }
    for (var each : QUERIES) {
      softly.assertThat(told(person.engine("POST", each, "{}"))).as("POST %s", each).isEmpty();
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "chief", "administrator"})
  void who_watches_sees_instances_and_their_variables(String name) {
    var person = person(name);
    var found = person.engine("GET", "variable-instance?processInstanceIdIn=" + matter, null);
    assertThat(found.body()).contains("khiển trách");
    assertThat(
            person
                .engine("GET", "process-instance/" + matter + "/activity-instances", null)
                .statusCode())
        .isEqualTo(200);
    for (var path : List.of("authorization", "metrics", "telemetry/data", "schema/log")) {
      assertThat(person.engine("GET", path, null).statusCode()).as(path).isEqualTo(403);
    }
  }

  private static String url(String path) {
    return URI.create("/operaton/api/engine/engine/default/").resolve(path).toString();
  }

  /** What an answer gives away; empty for a refusal, an empty list and a count of none. */
  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() >= 400 || answer.body().matches("\\[]|\\{}|\\{\"count\":0}")
        ? ""
        : answer.statusCode() + " " + answer.body();
  }

  // what is done

  private record Write(String method, String path, String body) {
    private Write in(long instance, UserTask task, String name) {
      return new Write(
          method,
          path.replace("{me}", name)
              .replace("{i}", Long.toString(instance))
              .replace("{t}", Long.toString(task.getUserTaskKey())),
          body.replace("{me}", name));
    }
  }

  private static final String VALUE = "{\"value\": \"x\", \"type\": \"String\"}";
  private static final String VALUES = "{\"modifications\": {\"secret\": " + VALUE + "}}";

  /** What whose task it is does with it. */
  private static final List<Write> WORK =
      List.of(
          new Write("POST", "task/{t}/claim", "{\"userId\": \"{me}\"}"),
          new Write("POST", "task/{t}/complete", "{}"),
          new Write("POST", "task/{t}/submit-form", "{}"));

  /** The same, and who may repair. */
  private static final List<Write> CARE =
      List.of(
          new Write("POST", "task/{t}/unclaim", "{}"),
          new Write("POST", "task/{t}/comment/create", "{\"message\": \"x\"}"));

  /** What nobody does, whatever the task. */
  private static final List<Write> NEVER =
      List.of(
          new Write("POST", "task/{t}/claim", "{\"userId\": \"employee\"}"),
          new Write("POST", "task/{t}/delegate", "{\"userId\": \"{me}\"}"),
          new Write("POST", "task/{t}/resolve", "{}"),
          new Write("POST", "task/{t}/bpmnError", "{\"errorCode\": \"x\"}"),
          new Write("POST", "task/{t}/bpmnEscalation", "{\"escalationCode\": \"x\"}"),
          new Write("POST", "task/{t}/attachment/create", "{}"),
          new Write("PUT", "task/{t}", "{\"assignee\": \"{me}\", \"name\": \"x\"}"),
          new Write("DELETE", "task/{t}", "{}"),
          new Write("PUT", "task/{t}/variables/secret", VALUE),
          new Write("POST", "task/{t}/variables", VALUES),
          new Write("PUT", "task/{t}/localVariables/secret", VALUE),
          new Write("POST", "task/{t}/localVariables", VALUES),
          new Write("POST", "task/create", "{\"name\": \"x\", \"assignee\": \"{me}\"}"),
          new Write("PUT", "process-instance/{i}/suspended", "{\"suspended\": true}"),
          new Write(
              "PUT",
              "process-instance/suspended",
              "{\"suspended\": true, \"processDefinitionKey\": \"matter\"}"),
          new Write("POST", "process-instance/delete", "{\"processInstanceIds\": [\"{i}\"]}"),
          new Write("POST", "process-instance/{i}/modification", "{\"instructions\": []}"),
          new Write("POST", "process-instance/variables-async", "{}"),
          new Write("POST", "execution/{i}/signal", "{}"),
          new Write("POST", "message", "{\"messageName\": \"x\"}"),
          new Write("POST", "signal", "{\"name\": \"x\"}"),
          new Write("POST", "condition", "{}"),
          new Write("POST", "process-definition/key/matter/start", "{}"),
          new Write("POST", "process-definition/key/matter/submit-form", "{}"),
          new Write("DELETE", "process-definition/key/matter", "{}"),
          new Write("POST", "deployment/create", "{}"),
          new Write("POST", "external-task/fetchAndLock", "{}"),
          new Write("POST", "external-task/1/complete", "{}"),
          new Write("POST", "job/1/execute", "{}"),
          new Write("POST", "filter/create", "{}"),
          new Write("PUT", "filter/1", "{}"),
          new Write("DELETE", "filter/1", "{}"),
          new Write("POST", "authorization/create", "{}"),
          new Write("PUT", "authorization/1", "{}"),
          new Write("DELETE", "authorization/1", "{}"),
          new Write("POST", "user/create", "{}"),
          new Write("PUT", "user/{me}/credentials", "{}"),
          new Write("PUT", "group/office/members/{me}", "{}"),
          new Write("POST", "history/cleanup", "{}"),
          new Write("POST", "history/process-instance/delete", "{}"),
          new Write("DELETE", "history/process-instance/{i}", "{}"),
          new Write("POST", "migration/execute", "{}"),
          new Write("POST", "modification/execute", "{}"),
          new Write("DELETE", "batch/1", "{}"),
          new Write("POST", "decision-definition/key/x/evaluate", "{}"),
          new Write("POST", "something-new", "{}"));

  /** What an administrator alone repairs. */
  private static final List<Write> REPAIRS =
      List.of(
          new Write("POST", "task/{t}/assignee", "{\"userId\": \"{me}\"}"),
          new Write(
              "POST", "task/{t}/identity-links", "{\"userId\": \"{me}\", \"type\": \"candidate\"}"),
          new Write(
              "POST",
              "task/{t}/identity-links/delete",
              "{\"groupId\": \"office\", \"type\": \"candidate\"}"),
          new Write("PUT", "process-instance/{i}/variables/secret", VALUE),
          new Write("POST", "process-instance/{i}/variables", VALUES),
          new Write("PUT", "execution/{i}/localVariables/secret", VALUE),
          new Write("PUT", "job/1/retries", "{\"retries\": 1}"),
          new Write("DELETE", "process-instance/{i}", "{}"));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          head,          Supplement
          neighbour,     ''
          employee,      ''
          officer,       Review
          chief,         Review Sign
          director,      Sign
          clerk,         Number
          administrator, ''
          """)
  void nothing_is_done_with_what_is_not_ones_own(String name, String elements) {
    var own = own(elements);
    var person = person(name);
    var softly = new SoftAssertions();
    tasks.forEach(
        (element, task) -> {
          if (!own.contains(element)) {
            WORK.forEach(write -> refused(softly, person, write.in(matter, task, name)));
          }
          NEVER.forEach(write -> refused(softly, person, write.in(matter, task, name)));
          if (!name.equals("administrator")) {
            if (!own.contains(element)) {
              CARE.forEach(write -> refused(softly, person, write.in(matter, task, name)));
            }
            REPAIRS.forEach(write -> refused(softly, person, write.in(matter, task, name)));
          }
        });
    softly.assertAll();
    assertUntouched();
  }

  private static void refused(SoftAssertions softly, Person person, Write write) {
    var answer = person.engine(write.method(), write.path(), write.body());
    softly
        .assertThat(answer.statusCode())
        .as("%s %s: %s", write.method(), write.path(), answer.body())
        .isIn(403, 404);
  }

  private static void assertUntouched() {
    tasks.forEach(
        (element, task) -> {
          assertThat(now(task).getState().name()).isEqualTo("CREATED");
          assertThat(now(task).getAssignee()).isEqualTo(task.getAssignee());
          assertThat(now(task).getCandidateGroups()).isEqualTo(task.getCandidateGroups());
          assertThat(now(task).getCandidateUsers()).isEqualTo(task.getCandidateUsers());
          assertThat(now(task).getName()).isEqualTo(task.getName());
        });
    var secret =
        client
            .newVariableSearchRequest()
            .filter(filter -> filter.processInstanceKey(matter).name("secret"))
            .send()
            .join();
    assertThat(secret.items())
        .singleElement()
        .satisfies(variable -> assertThat(variable.getValue()).isEqualTo("\"khiển trách\""));
    assertThat(tasksOf(matter)).hasSize(tasks.size());
  }

  @ParameterizedTest
  @CsvSource({
    "head, Supplement",
    "officer, Review",
    "chief, Sign",
    "director, Sign",
    "clerk, Number"
  })
  void whoever_completes_a_task_is_who_did_it_whatever_is_claimed(String name, String element) {
    var task = tasksByElement(newMatter()).get(element);
    var answer =
        person(name)
            .engine(
                "POST",
                "task/" + task.getUserTaskKey() + "/complete?userId=employee",
                """
                {"userId": "employee", "assignee": "employee", "variables": {
                  "userId": {"value": "employee"}, "assignee": {"value": "employee"}}}
                """);
    if (answer.statusCode() != 204) {
      // what is claimed beside the variables is not known at all
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(
              person(name)
                  .engine(
                      "POST",
                      "task/" + task.getUserTaskKey() + "/complete?userId=employee",
                      "{\"variables\": {\"assignee\": {\"value\": \"employee\"}}}")
                  .statusCode())
          .isEqualTo(204);
    }
    assertThat(now(task).getState().name()).isEqualTo("COMPLETED");
    assertThat(now(task).getAssignee()).isEqualTo(name);
  }

  @Test
  void what_is_read_in_two_ways_is_refused() {
    var officer = person("officer");
    var complete = "/operaton/api/engine/engine/default/task/%d".formatted(task("Sign"));
    for (var path :
        List.of(
            complete + ";x=1/complete",
            complete + "/complete;x=1",
            "/operaton/api/engine/engine/default/message/../task",
            "/operaton/api/engine/engine/default/message/%2e%2e/task",
            "/operaton/api/engine/engine//default/task",
            "/operaton/api/engine/engine/default/task/./count")) {
      assertThat(officer.ask("POST", path, "{}").statusCode()).as(path).isGreaterThanOrEqualTo(400);
    }
    assertUntouched();
  }

  @Test
  void an_expression_in_a_query_is_not_evaluated() {
    var officer = person("officer");
    var filter = json(officer.engine("GET", "filter", null).body()).at("/0/id").asText();
    var body = "{\"assigneeExpression\": \"${currentUser()}\"}";
    for (var path : List.of("task", "task/count", "filter/" + filter + "/list")) {
      var answer = officer.engine("POST", path, body);
      assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
      assertThat(answer.body()).contains("Expressions are forbidden");
    }
  }

  // roles, and tasks that change hands

  @Test
  void who_has_left_the_group_has_no_part_in_a_task_he_claimed() throws SQLException {
    account("mover");
    sql("insert into engine_membership values ('mover', 'office', 'Văn phòng')");
    var mover = person("mover");
    var task = tasksByElement(newMatter()).get("Review");
    var path = "task/" + task.getUserTaskKey();
    assertThat(mover.engine("POST", path + "/claim", "{\"userId\": \"mover\"}").statusCode())
        .isEqualTo(204);
    assertThat(mover.engine("GET", path, null).statusCode()).isEqualTo(200);

    sql("delete from engine_membership where username = 'mover'");

    assertThat(mover.engine("GET", path, null).statusCode()).isIn(403, 404);
    assertThat(mover.engine("GET", path + "/variables", null).statusCode()).isIn(403, 404);
    assertThat(mover.engine("POST", path + "/complete", "{}").statusCode()).isIn(403, 404);
    assertThat(now(task).getState().name()).isEqualTo("CREATED");
  }

  @Test
  void an_administrator_gives_the_task_of_who_is_away_to_a_successor() {
    var task = tasksByElement(newMatter()).get("Supplement");
    var path = "task/" + task.getUserTaskKey();
    var administrator = person("administrator");
    assign(administrator, path, "neighbour");
    var neighbour = person("neighbour");
    assertThat(neighbour.engine("GET", path + "/variables", null).statusCode()).isEqualTo(200);

    assign(administrator, path, "employee");

    assertThat(neighbour.engine("GET", path + "/variables", null).statusCode()).isIn(403, 404);
    assertThat(person("employee").engine("POST", path + "/complete", "{}").statusCode())
        .isEqualTo(204);
    assertThat(now(task).getAssignee()).isEqualTo("employee");
  }

  private static void assign(Person administrator, String path, String to) {
    assertThat(
            administrator
                .engine("POST", path + "/assignee", "{\"userId\": \"" + to + "\"}")
                .statusCode())
        .isEqualTo(204);
  }

  private static long task(String element) {
    return tasks.get(element).getUserTaskKey();
  }
}
