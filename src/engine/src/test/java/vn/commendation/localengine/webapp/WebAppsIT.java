package vn.commendation.localengine.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.commendation.localengine.webapp.Workplace.PASSWORD;
import static vn.commendation.localengine.webapp.Workplace.account;
import static vn.commendation.localengine.webapp.Workplace.client;
import static vn.commendation.localengine.webapp.Workplace.json;
import static vn.commendation.localengine.webapp.Workplace.now;
import static vn.commendation.localengine.webapp.Workplace.path;
import static vn.commendation.localengine.webapp.Workplace.person;
import static vn.commendation.localengine.webapp.Workplace.sql;
import static vn.commendation.localengine.webapp.Workplace.task;
import static vn.commendation.localengine.webapp.Workplace.tasksOf;
import static vn.commendation.localengine.webapp.Workplace.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.search.response.UserTask;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** What people can do in the web applications, asked for as a browser would. */
@ExtendWith(Workplace.class)
class WebAppsIT {

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
    "administrator, tasklist, 200", "administrator, cockpit, 200", "administrator, admin, 403"
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
  void a_new_password_ends_what_began_with_the_old_one() throws SQLException {
    account("careful");
    var before = person("careful");
    assertThat(before.engine("GET", "filter", null).statusCode()).isEqualTo(200);
    sql(
        "update engine_account set password_hash = '{bcrypt}%s' where username = 'careful'"
            .formatted(BCrypt.hashpw("another", BCrypt.gensalt(4))));

    assertThat(before.engine("GET", "filter", null).statusCode()).isEqualTo(401);
    assertThat(before.engine("GET", "filter", null).statusCode()).isEqualTo(401);
    assertThat(new Person(web).logIn("careful", PASSWORD, "tasklist")).isEqualTo(401);
    var after = new Person(web);
    assertThat(after.logIn("careful", "another", "tasklist")).isEqualTo(200);
    assertThat(after.engine("GET", "filter", null).statusCode()).isEqualTo(200);
  }

  @Test
  void a_name_written_otherwise_is_nobodys() {
    for (var name : List.of("OFFICER", "Officer", "òfficer", "officer ")) {
      assertThat(new Person(web).logIn(name, PASSWORD, "tasklist")).as(name).isEqualTo(401);
    }
  }

  @Test
  void who_was_given_another_name_is_out_and_his_task_waits_for_an_administrator()
      throws SQLException {
    account("maiden");
    sql("insert into engine_membership values ('maiden', 'office', 'Văn phòng')");
    var before = person("maiden");
    var task = task("maiden");
    sql(
        "update engine_account set username = 'married' where username = 'maiden'",
        "update engine_membership set username = 'married' where username = 'maiden'");

    assertThat(before.engine("POST", path(task, "complete"), "{}").statusCode()).isEqualTo(401);
    assertThat(person("married").engine("POST", path(task, "complete"), "{}").statusCode())
        .isEqualTo(403);
    assertOpen(task, "maiden");
    person("administrator").engine("POST", path(task, "assignee"), "{\"userId\": \"married\"}");
    assertThat(person("married").engine("POST", path(task, "complete"), "{}").statusCode())
        .isEqualTo(204);
    assertCompletedBy(task, "married");
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
    assertThat(keysIn(person("clerk"), filters, "Tất cả"))
        .doesNotContain(free.getUserTaskKey(), own.getUserTaskKey(), foreign.getUserTaskKey());
  }

  @ParameterizedTest
  @CsvSource({
    "'en-GB,vi;q=0.8', My tasks, My group's tasks",
    "'vi-VN,en;q=0.8', Việc của tôi, Việc của nhóm tôi",
    "'fr,en;q=0.8', Việc của tôi, Việc của nhóm tôi"
  })
  void the_filters_speak_the_language_of_the_browser(String languages, String own, String group) {
    var officer = person("officer");
    officer.speak(languages);
    var filters = json(officer.engine("GET", "filter", null).body());
    assertThat(filters).extracting(filter -> filter.get("name").asText()).contains(own, group);
    var first = filters.get(0);
    var one = json(officer.engine("GET", "filter/" + first.get("id").asText(), null).body());
    assertThat(one.get("name")).isEqualTo(first.get("name"));
  }

  @Test
  void the_pages_have_the_products_name() {
    for (var application : List.of("tasklist", "cockpit", "welcome")) {
      assertThat(new Person(web).get("/operaton/app/" + application + "/default/").body())
          .contains("<title>Thi đua - Khen thưởng ", "/operaton/assets/emblem.svg")
          .doesNotContain("<title>Operaton");
    }
    assertThat(new Person(web).get("/operaton/assets/emblem.svg").statusCode()).isEqualTo(200);
    assertThat(new Person(web).get("/operaton/app/admin/default/").statusCode()).isEqualTo(403);
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
