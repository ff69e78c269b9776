package vn.commendation.localengine.api.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.protocol.rest.FormResult;
import io.camunda.client.protocol.rest.UserTaskAssignmentRequest;
import io.camunda.client.protocol.rest.UserTaskCompletionRequest;
import io.camunda.client.protocol.rest.UserTaskResult;
import io.camunda.client.protocol.rest.UserTaskSearchQueryResult;
import io.camunda.client.protocol.rest.VariableSearchQueryResult;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import vn.commendation.localengine.deployment.DeployedForms;
import vn.commendation.localengine.deployment.DeployedForms.FormVersion;
import vn.commendation.localengine.kernel.Refusal;
import vn.commendation.localengine.search.Searches;
import vn.commendation.localengine.usertask.UserTasks;
import vn.commendation.localengine.usertask.UserTasks.Change;
import vn.commendation.localengine.usertask.UserTasks.Changes;

/** Tasks of people. */
@Path("user-tasks")
public final class UserTaskApi {

  private static final Set<String> CHANGES =
      Set.of("dueDate", "followUpDate", "candidateGroups", "candidateUsers", "priority");

  private final UserTasks tasks;
  private final DeployedForms forms;
  private final Searches searches;

  UserTaskApi(UserTasks tasks, DeployedForms forms, Searches searches) {
    this.tasks = tasks;
    this.forms = forms;
    this.searches = searches;
  }

  @POST
  @Path("search")
  public UserTaskSearchQueryResult search(JsonNode request) {
    return searches.userTasks(request);
  }

  @GET
  @Path("{key}")
  public UserTaskResult get(@PathParam("key") String key) {
    return searches.userTask(key(key));
  }

  @POST
  @Path("{key}/variables/search")
  public VariableSearchQueryResult variables(
      @PathParam("key") String key,
      @QueryParam("truncateValues") @DefaultValue("true") boolean truncate,
      JsonNode request) {
    return searches.variablesOfUserTask(key(key), request, !truncate);
  }

  /** The form a task links to; no content where it links to none. */
  @GET
  @Path("{key}/form")
  public FormResult form(@PathParam("key") String key) {
    var form = searches.userTask(key(key)).getFormKey();
    return form == null
        ? null
        : forms.byKey(Long.parseLong(form)).map(UserTaskApi::answered).orElse(null);
  }

  private static FormResult answered(FormVersion form) {
    return new FormResult()
        .formKey(String.valueOf(form.key()))
        .formId(form.id())
        .version((long) form.version())
        .schema(form.schema())
        .tenantId(Bodies.defaultTenant());
  }

  @POST
  @Path("{key}/assignment")
  public void assign(@PathParam("key") String key, UserTaskAssignmentRequest request) {
    tasks.assign(
        key(key),
        Bodies.required("assignee", request.getAssignee()),
        !Boolean.FALSE.equals(request.getAllowOverride()));
  }

  @DELETE
  @Path("{key}/assignee")
  public void unassign(@PathParam("key") String key) {
    tasks.unassign(key(key));
  }

  @POST
  @Path("{key}/completion")
  public void complete(@PathParam("key") String key, UserTaskCompletionRequest request) {
    tasks.complete(key(key), Bodies.variables(request.getVariables()));
  }

  @PATCH
  @Path("{key}")
  public void update(@PathParam("key") String key, JsonNode request) {
    refuseUnknown(request, Set.of("changeset", "action"), "request");
    var changes = request.path("changeset");
    refuseUnknown(changes, CHANGES, "changeset");
    if (changes.isEmpty() && !request.hasNonNull("action")) {
      throw Refusal.invalid(
          "No update data provided. Provide at least an 'action' or a non-null value for a supported attribute in the 'changeset'");
    }
    tasks.update(
        key(key),
        new Changes(
            date(changes, "dueDate"),
            date(changes, "followUpDate"),
            texts(changes, "candidateGroups"),
            texts(changes, "candidateUsers"),
            priority(changes)));
  }

  private static void refuseUnknown(JsonNode object, Set<String> known, String name) {
    object
        .fieldNames()
        .forEachRemaining(
            each -> {
              if (!known.contains(each)) {
                throw Refusal.invalid("Unknown property '%s' of the %s".formatted(each, name));
              }
            });
  }

  private static Change<Date> date(JsonNode changes, String name) {
    if (!changes.hasNonNull(name)) {
      return null;
    }
    var text = changes.path(name).asText();
    if (text.isBlank()) {
      return new Change<>(null);
    }
    try {
      return new Change<>(Date.from(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException e) {
      throw Refusal.invalid(
          "The %s is '%s' but must be a date and time with offset (ISO 8601)"
              .formatted(name, text));
    }
  }

  private static List<String> texts(JsonNode changes, String name) {
    if (!changes.hasNonNull(name)) {
      return null;
    }
    var given = changes.path(name);
    var texts = new ArrayList<String>();
    given.forEach(each -> texts.add(each.isTextual() ? each.asText() : ""));
    if (!given.isArray() || texts.stream().anyMatch(String::isBlank)) {
      throw Refusal.invalid("The %s must be a list of names".formatted(name));
    }
    return texts;
  }

  private static Integer priority(JsonNode changes) {
    if (!changes.hasNonNull("priority")) {
      return null;
    }
    var priority = changes.path("priority");
    if (!priority.isIntegralNumber() || !priority.canConvertToInt()) {
      throw Refusal.invalid("The priority is %s but must be a whole number".formatted(priority));
    }
    return priority.asInt();
  }

  private static long key(String key) {
    return Bodies.key("userTaskKey", key);
  }
}
