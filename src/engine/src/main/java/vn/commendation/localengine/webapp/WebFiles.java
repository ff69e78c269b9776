package vn.commendation.localengine.webapp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Map;

/** Files of the web applications from the class path: ours first, else Operaton's. */
final class WebFiles extends HttpServlet {

  private static final String OURS = "webapp/";
  private static final String OPERATONS = "META-INF/resources/webjars/operaton/";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("js", "text/javascript;charset=UTF-8"),
          Map.entry("json", "application/json;charset=UTF-8"),
          Map.entry("css", "text/css;charset=UTF-8"),
          Map.entry("html", "text/html;charset=UTF-8"),
          Map.entry("txt", "text/plain;charset=UTF-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("eot", "application/vnd.ms-fontobject"));

  private final String folder;
  private final Map<String, byte[]> mended;

  /**
   * @param mended what is served in place of files, by their paths
   */
  WebFiles(String folder, Map<String, byte[]> mended) {
    this.folder = folder;
    this.mended = mended;
  }

  /** A file of the web applications by its path, null if there is none. */
  static URL find(String path) {
    if (path.contains("..") || path.endsWith("/")) {
      return null;
    }
    var loader = WebFiles.class.getClassLoader();
    var ours = loader.getResource(OURS + path);
    return ours == null ? loader.getResource(OPERATONS + path) : ours;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo() == null ? folder : folder + request.getPathInfo();
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    var file = type == null ? null : find(path);
    if (file == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    response.setContentType(type);
    var other = mended.get(path);
    if (other == null) {
      send(file, request, response);
    } else {
      response.setContentLength(other.length);
      response.getOutputStream().write(other);
    }
  }

  private static void send(URL file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var connection = file.openConnection();
    try (var content = connection.getInputStream()) {
      var tag =
          "\"" + connection.getContentLengthLong() + "-" + connection.getLastModified() + "\"";
      response.setHeader("ETag", tag);
      if (tag.equals(request.getHeader("If-None-Match"))) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
      response.setContentLengthLong(connection.getContentLengthLong());
      content.transferTo(response.getOutputStream());
    }
  }
}
