package vn.commendation.localengine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.webapp.impl.security.auth.Authentications;
import org.operaton.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * What of Operaton's REST interface the web applications may use, by the group of the person. What
 * is not listed is refused. Operaton's own rights are checked behind it; some requests have none
 * there. Models, filters, rights and whatever goes past the engine's flow are nobody's business
 * here.
 */
final class AllowedRequests extends HttpFilter {

  private record Request(String methods, Pattern path) {
    boolean matches(String method, String path) {
      return List.of(methods.split(" ")).contains(method) && path().matcher(path).matches();
    }
  }

  private static final String API = WebApps.PATH + "/api/";
  private static final String ENGINE = API + "engine/engine/default/";

  private static final String RUNTIME =
      "task|process-definition|process-instance|execution|variable-instance|incident|job"
          + "|job-definition|external-task";

  private static final String HISTORY =
      "history/(process-instance|activity-instance|variable-instance|detail|task|incident|job-log"
          + "|external-task-log|user-operation|identity-link-log)";

  private static final List<Request> TASKLIST =
      List.of(
          request("GET OPTIONS", "filter(/count|/[0-9]+)?"),
          request("GET POST", "filter/[0-9]+/(list|count|singleResult)"),
          request("GET POST", "task(/count)?"),
          request("GET", "task/[0-9]+"),
          request("GET", "task/[0-9]+/(form|rendered-form|deployed-form|form-variables)"),
          request("GET", "task/[0-9]+/(identity-links|comment|variables|localVariables)"),
          request("POST", "task/[0-9]+/(claim|unclaim|complete|submit-form|comment/create)"),
          request("GET", "process-definition(/count)?"),
          request("GET", "process-definition/[^/:]+:[^/]+(/xml)?"),
          request("GET", "process-instance/[0-9]+(/activity-instances)?"),
          request("GET", "history/(user-operation|task)(/count)?"),
          request("GET", "user/[^/]+/profile"),
          request("GET POST", "group(/count)?"),
          request("GET", "(identity/groups|authorization/check)"));

  private static final List<Request> COCKPIT =
      List.of(
          request("GET OPTIONS", "(" + RUNTIME + "|" + HISTORY + "|deployment)(/.*)?"),
          request("POST", "(" + RUNTIME + "|" + HISTORY + ")(/count)?"),
          request("GET OPTIONS", "(batch|case-definition|decision-definition)(/count)?"),
          request("GET OPTIONS", "(decision-requirements-definition|event-subscription)(/count)?"),
          request("GET", "(user|group)(/count)?|history/(batch|decision-instance)(/count)?"));

  private static final List<Request> REPAIR =
      List.of(
          request("DELETE", "process-instance/[0-9]+"),
          request("POST PUT DELETE", "(process-instance|execution)/[0-9]+/(local)?[vV]ariables.*"),
          request("PUT", "(job|external-task)/[0-9]+/retries"),
          request("POST", "task/[0-9]+/(assignee|identity-links|identity-links/delete)"));

  private static final Pattern LOGIN =
      Pattern.compile(API + "admin/auth/user/default(/logout|/login/(tasklist|cockpit|welcome))?");
  private static final Pattern STATIC = Pattern.compile(API + "[a-z]+/plugin/[a-zA-Z]+/static/.*");
  private static final Pattern PLUGIN = Pattern.compile(API + "(cockpit|tasklist)/plugin/.*");
  private static final Pattern OF_TASK = Pattern.compile("task/([0-9]+)/.*");

  private final transient TaskService tasks;

  AllowedRequests(TaskService tasks) {
    this.tasks = tasks;
  }

  private static Request request(String methods, String path) {
    return new Request(methods, Pattern.compile(path));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path =
        request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    if (asSent(request, path) && allowed(request.getMethod(), path)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** What is behind reads the path anew: one that is read in two ways is refused. */
  private static boolean asSent(HttpServletRequest request, String path) {
    try {
      return path.equals(URI.create(request.getRequestURI()).getPath());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean allowed(String method, String path) {
    if (!path.startsWith(API)) {
      // accounts are the portal's, rights the product's: there is nothing to administer
      return !path.startsWith(WebApps.PATH + "/app/admin");
    }
    if (LOGIN.matcher(path).matches()
        || path.equals(API + "engine/engine/") && method.equals("GET")
        || STATIC.matcher(path).matches()) {
      return true;
    }
    var plugin = PLUGIN.matcher(path);
    if (plugin.matches()) {
      return mayEnter(plugin.group(1)) && (method.equals("GET") || method.equals("POST"));
    }
    return path.startsWith(ENGINE) && allowedOfEngine(method, path.substring(ENGINE.length()));
  }

  private boolean allowedOfEngine(String method, String path) {
    var list =
        Stream.of(
                mayEnter("tasklist") ? TASKLIST : List.<Request>of(),
                mayEnter("cockpit") ? COCKPIT : List.<Request>of(),
                isIn(Rights.ADMINISTRATORS) ? REPAIR : List.<Request>of())
            .flatMap(List::stream);
    return list.anyMatch(each -> each.matches(method, path)) && readsTask(path);
  }

  /** Comments and the like are not protected by Operaton: who cannot see the task sees none. */
  private boolean readsTask(String path) {
    var task = OF_TASK.matcher(path);
    return !task.matches() || tasks.createTaskQuery().taskId(task.group(1)).count() == 1;
  }

  private static boolean mayEnter(String application) {
    return person().map(person -> person.isAuthorizedForApp(application)).orElse(false);
  }

  private static boolean isIn(String group) {
    return person().map(person -> person.getGroupIds().contains(group)).orElse(false);
  }

  private static Optional<UserAuthentication> person() {
    return Optional.ofNullable(Authentications.getCurrent())
        .map(all -> (UserAuthentication) all.getAuthenticationForProcessEngine("default"));
  }
}
