package vn.commendation.localengine.http;

import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** One address and port with its own servlets; nothing else is to be had there. */
public final class HttpServer implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final Path work;
  private final Context context;
  private final String address;

  /**
   * @param port 0 for any free one
   * @param threads how many requests are worked on at once
   */
  public HttpServer(String name, String bind, int port, int threads) {
    address = name + " on " + bind + ":" + port;
    try {
      work = Files.createTempDirectory("local-engine-" + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tomcat.setBaseDir(work.toString());
    tomcat.setConnector(connector(bind, port, threads));
    // a name of its own for the beans of each
    tomcat.getEngine().setName(name);
    context = tomcat.addContext("", work.toString());
    // its classes stay when it stops: nothing can leak
    ((StandardContext) context).setClearReferencesRmiTargets(false);
    ((StandardContext) context).setClearReferencesThreadLocals(false);
    context.setSessionTimeout(30);
    var sessions = new StandardManager();
    sessions.setPathname(null);
    context.setManager(sessions);
    withoutVersion((StandardHost) tomcat.getHost());
  }

  /**
   * Believes what a proxy on this machine or in a private network says of a request: whose it is,
   * and whether it came by TLS. Cookies of sessions are for TLS alone.
   */
  public HttpServer behindTls() {
    var proxy = new RemoteIpValve();
    proxy.setProtocolHeader("X-Forwarded-Proto");
    proxy.setHostHeader("X-Forwarded-Host");
    proxy.setPortHeader("X-Forwarded-Port");
    tomcat.getEngine().getPipeline().addValve(proxy);
    return initialize((classes, context) -> context.getSessionCookieConfig().setSecure(true));
  }

  private static Connector connector(String bind, int port, int threads) {
    var connector = new Connector("HTTP/1.1");
    connector.setPort(port);
    connector.setURIEncoding("UTF-8");
    connector.setThrowOnFailure(true);
    connector.setXpoweredBy(false);
    var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
    protocol.setMaxThreads(threads);
    protocol.setMinSpareThreads(2);
    connector.setProperty("address", bind);
    connector.setProperty("compression", "on");
    connector.setProperty(
        "compressibleMimeType",
        "text/html,text/css,text/javascript,application/json,image/svg+xml");
    return connector;
  }

  private static void withoutVersion(StandardHost host) {
    var errors = new ErrorReportValve();
    errors.setShowServerInfo(false);
    errors.setShowReport(false);
    host.getPipeline().addValve(errors);
  }

  /** Serves a pattern such as {@code /v2/*}. */
  public HttpServer serve(String pattern, HttpServlet servlet) {
    return serve(pattern, servlet, null);
  }

  /**
   * The same for a servlet that takes files.
   *
   * @param files how large they may be
   */
  public HttpServer serve(String pattern, HttpServlet servlet, MultipartConfigElement files) {
    var wrapper = Tomcat.addServlet(context, servlet.getClass().getName() + pattern, servlet);
    wrapper.setAsyncSupported(true);
    wrapper.setMultipartConfigElement(files);
    // whoever asks first should not wait for it
    wrapper.setLoadOnStartup(1);
    context.addServletMappingDecoded(pattern, wrapper.getName());
    return this;
  }

  /** Lets requests of a pattern through a filter; those added first come first. */
  public HttpServer filter(String pattern, Filter filter) {
    var definition = new FilterDef();
    definition.setFilterName(filter.getClass().getName() + pattern);
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    var mapping = new FilterMap();
    mapping.setFilterName(definition.getFilterName());
    mapping.addURLPattern(pattern);
    context.addFilterMap(mapping);
    return this;
  }

  /** Lets a part set up the context itself when it starts. */
  public HttpServer initialize(ServletContainerInitializer initializer) {
    context.addServletContainerInitializer(initializer, Set.of());
    return this;
  }

  /**
   * Listens.
   *
   * @throws IllegalStateException if the port is taken or a part does not start
   */
  public HttpServer start() {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException("Cannot start " + address, e);
    }
    if (!context.getState().isAvailable()) {
      throw new IllegalStateException("Cannot start " + address);
    }
    return this;
  }

  /** The port it listens at; for whoever asked for any free one. */
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      try (var files = Files.walk(work)) {
        files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
      }
    } catch (LifecycleException | IOException e) {
      throw new IllegalStateException("Cannot stop " + address, e);
    }
  }
}
