package vn.commendation.localengine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.operaton.bpm.webapp.impl.engine.ProcessEnginesFilter;

/** Serves the page of each application, from the class path. */
final class Pages extends ProcessEnginesFilter {

  private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern TITLE = Pattern.compile("Operaton (Tasklist|Cockpit|Welcome)");
  private static final String PRODUCT = "Thi đua - Khen thưởng";
  private static final Pattern START = Pattern.compile(WebApps.PATH + "/app(/[a-z]+)?/?");

  @Override
  protected void applyFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var start = START.matcher(request.getRequestURI());
    if (start.matches()) {
      response.sendRedirect(
          start.group(1) == null
              ? WebApps.TASKLIST
              : WebApps.PATH + "/app" + start.group(1) + "/default/");
      return;
    }
    super.applyFilter(request, response, chain);
  }

  @Override
  protected void serveIndexPage(
      String app,
      String engine,
      String applicationPath,
      String contextPath,
      HttpServletResponse response,
      ServletContext context)
      throws IOException {
    // the nonce of this answer; the context's attribute may be another request's by now
    var nonce = NONCE.matcher(response.getHeader("Content-Security-Policy"));
    var page =
        replacePlaceholder(
            ours(getWebResourceContents("/app/" + app + "/index.html")),
            app,
            engine,
            applicationPath,
            contextPath,
            nonce.find() ? nonce.group(1) : null);
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(page);
  }

  /** With the product's name and mark, until the page's script writes its own. */
  private static String ours(String page) {
    return TITLE
        .matcher(page)
        .replaceAll(PRODUCT + " $1")
        .replace("$APP_ROOT/favicon.ico", "$APP_ROOT/assets/emblem.svg");
  }

  @Override
  protected boolean hasWebResource(String name) {
    return WebFiles.find(name.replaceFirst("^(" + WebApps.PATH + ")?/", "")) != null;
  }

  @Override
  protected String getWebResourceContents(String name) throws IOException {
    var file = WebFiles.find(name.substring(1));
    if (file == null) {
      throw new IOException("There is no " + name);
    }
    try (var content = file.openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
