package vn.commendation.localengine.webapp;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.core.Application;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.operaton.bpm.admin.impl.web.AdminApplication;
import org.operaton.bpm.admin.impl.web.bootstrap.AdminContainerBootstrap;
import org.operaton.bpm.cockpit.impl.web.CockpitApplication;
import org.operaton.bpm.cockpit.impl.web.bootstrap.CockpitContainerBootstrap;
import org.operaton.bpm.container.RuntimeContainerDelegate;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.rest.filter.CacheControlFilter;
import org.operaton.bpm.engine.rest.filter.EmptyBodyFilter;
import org.operaton.bpm.tasklist.impl.web.TasklistApplication;
import org.operaton.bpm.tasklist.impl.web.bootstrap.TasklistContainerBootstrap;
import org.operaton.bpm.webapp.impl.security.auth.AuthenticationFilter;
import org.operaton.bpm.webapp.impl.security.filter.CsrfPreventionFilter;
import org.operaton.bpm.webapp.impl.security.filter.SessionCookieFilter;
import org.operaton.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.operaton.bpm.webapp.impl.security.filter.util.HttpSessionMutexListener;
import org.operaton.bpm.webapp.impl.util.ServletContextUtil;
import org.operaton.bpm.welcome.impl.web.WelcomeApplication;
import org.operaton.bpm.welcome.impl.web.bootstrap.WelcomeContainerBootstrap;
import vn.commendation.localengine.http.HttpServer;

/**
 * Serves Operaton's web applications below {@code /operaton}, put together as Operaton's own
 * starter does. There is one in a process, since Operaton keeps its applications in static fields.
 */
public final class WebApps implements AutoCloseable {

  static final String PATH = "/operaton";
  static final String TASKLIST = PATH + "/app/tasklist/default/";

  private static final int THREADS = 30;

  private static final Map<String, byte[]> MENDED = new HashMap<>(Palette.sheets());

  static {
    MENDED.put(Mend.SCRIPT, Mend.script());
  }

  private final ProcessEngine engine;
  private final HttpServer server;

  private WebApps(ProcessEngine engine, HttpServer server) {
    this.engine = engine;
    this.server = server;
  }

  /**
   * Starts them.
   *
   * @param passwords how the password of an account is kept, by its name
   * @param port 0 for any free one
   * @param behindTls whether people reach them through a proxy with TLS alone
   * @throws IllegalStateException if the port is taken
   */
  public static WebApps start(
      ProcessEngine engine,
      Function<String, Optional<String>> passwords,
      String bind,
      int port,
      boolean behindTls) {
    RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(engine);
    var server =
        new HttpServer("web", bind, port, THREADS)
            .initialize((classes, context) -> setUp(engine, passwords, context, behindTls));
    if (behindTls) {
      server.behindTls();
    }
    var apps = new WebApps(engine, server);
    try {
      server.start();
      return apps;
    } catch (RuntimeException e) {
      apps.close();
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  private static void setUp(
      ProcessEngine engine,
      Function<String, Optional<String>> passwords,
      ServletContext context,
      boolean behindTls) {
    context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    // the portal's session on the same machine has a cookie of this name, too
    context.getSessionCookieConfig().setPath(PATH);
    context.getSessionCookieConfig().setHttpOnly(true);
    context.addListener(new HttpSessionMutexListener());
    ServletContextUtil.setAppPath(PATH, context);
    // before the filters, which look for them when they are made
    var begins = new ServletContextEvent(context);
    new CockpitContainerBootstrap().contextInitialized(begins);
    new AdminContainerBootstrap().contextInitialized(begins);
    new TasklistContainerBootstrap().contextInitialized(begins);
    new WelcomeContainerBootstrap().contextInitialized(begins);

    filter(context, new SamePassword(passwords), Map.of());
    // read the groups and whether the account still exists with each request
    filter(context, new AuthenticationFilter(), Map.of("cacheTimeToLive", "0"));
    filter(context, new Doors(), Map.of());
    filter(
        context,
        new CsrfPreventionFilter(),
        Map.of("enableSecureCookie", String.valueOf(behindTls)));
    filter(context, new SessionCookieFilter(), Map.of());
    filter(
        context,
        new HttpHeaderSecurityFilter(),
        Map.of("hstsDisabled", String.valueOf(!behindTls)));
    filter(context, new AllowedRequests(engine.getTaskService()), Map.of());
    filter(context, new Pages(), Map.of());
    filter(context, new EmptyBodyFilter(), Map.of());
    filter(context, new CacheControlFilter(), Map.of());

    api(context, "cockpit", CockpitApplication.class);
    api(context, "admin", AdminApplication.class);
    api(context, "tasklist", TasklistApplication.class);
    api(context, "engine", PersonalRestApplication.class);
    api(context, "welcome", WelcomeApplication.class);

    files(context, PATH + "/app/*", "app");
    files(context, PATH + "/lib/*", "lib");
    files(context, PATH + "/assets/*", "assets");
    files(context, PATH + "/favicon.ico", "favicon.ico");
    for (var app : new String[] {"cockpit", "admin", "tasklist"}) {
      files(context, PATH + "/api/" + app + "/plugin/" + app + "Plugins/static/*", "plugin/" + app);
    }
    servlet(context, "", new ToTasklist());
    servlet(context, PATH, new ToTasklist());
  }

  private static void filter(ServletContext context, Filter filter, Map<String, String> settings) {
    var registration = context.addFilter(filter.getClass().getSimpleName(), filter);
    registration.setInitParameters(settings);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST), true, PATH + "/api/*", PATH + "/app/*");
  }

  private static void api(
      ServletContext context, String name, Class<? extends Application> application) {
    var registration = context.addServlet(name, new ServletContainer());
    registration.setInitParameter(ServletProperties.JAXRS_APPLICATION_CLASS, application.getName());
    registration.setInitParameter(ServerProperties.WADL_FEATURE_DISABLE, "true");
    registration.addMapping(PATH + "/api/" + name + "/*");
  }

  private static void files(ServletContext context, String pattern, String folder) {
    servlet(context, pattern, new WebFiles(folder, MENDED));
  }

  private static void servlet(ServletContext context, String pattern, HttpServlet servlet) {
    context.addServlet("at " + pattern, servlet).addMapping(pattern);
  }

  @Override
  public void close() {
    server.close();
    RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
  }
}
