package vn.commendation.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.commendation.nomination.NominationConflict;
import vn.commendation.nomination.NominationForbidden;
import vn.commendation.nomination.NominationNotFound;

/** Turns what a service refused into a page that says why and leads on. */
@ControllerAdvice
class ErrorAdvice {

  /** Message key that says more than the status does. */
  static final String DETAIL = "detail";

  @ExceptionHandler(NominationNotFound.class)
  ModelAndView notFound() {
    return page(HttpStatus.NOT_FOUND, Map.of());
  }

  @ExceptionHandler(NominationForbidden.class)
  ModelAndView forbidden() {
    return page(HttpStatus.FORBIDDEN, Map.of());
  }

  @ExceptionHandler(NominationConflict.class)
  ModelAndView conflict(NominationConflict conflict, HttpServletRequest request) {
    var page = page(HttpStatus.CONFLICT, Map.of(DETAIL, "conflict." + conflict.code()));
    if (request.getRequestURI().startsWith(request.getContextPath() + "/nominations/")) {
      var variables =
          (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
      page.addObject("caseId", variables.get("id"));
    }
    return page;
  }

  /** Two requests changed the same case at once: the first one won. */
  @ExceptionHandler(ConcurrencyFailureException.class)
  ModelAndView overtaken() {
    return page(HttpStatus.CONFLICT, Map.of());
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  ModelAndView uploadTooLarge() {
    return page(HttpStatus.PAYLOAD_TOO_LARGE, Map.of());
  }

  private static ModelAndView page(HttpStatus status, Map<String, ?> model) {
    return new ModelAndView("error", model, status).addObject("status", status.value());
  }
}
