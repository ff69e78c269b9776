package vn.commendation.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells an expired form and an oversize upload apart from a page somebody may not open. */
class RefusedRequestHandler implements AccessDeniedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
      throws IOException {
    var status = HttpStatus.FORBIDDEN;
    if (exception instanceof CsrfException) {
      if (isUnreadableUpload(request)) {
        status = HttpStatus.PAYLOAD_TOO_LARGE;
      } else {
        request.setAttribute(ErrorAdvice.DETAIL, "error.expired");
      }
    }
    response.sendError(status.value());
  }

  /** The container drops every parameter, the CSRF token too, when an upload is over its limit. */
  private static boolean isUnreadableUpload(HttpServletRequest request) throws IOException {
    var contentType = request.getContentType();
    if (contentType == null || !contentType.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return false;
    }
    try {
      request.getParts();
      return false;
    } catch (IllegalStateException | ServletException e) {
      return true;
    }
  }
}
