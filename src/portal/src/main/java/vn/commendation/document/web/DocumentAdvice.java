package vn.commendation.document.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.commendation.document.DocumentRefused;

/** Turns what was refused about a document into a page that says why. */
@ControllerAdvice
class DocumentAdvice {

  @ExceptionHandler(DocumentRefused.class)
  ModelAndView refused(DocumentRefused refused) {
    var status =
        switch (refused.code()) {
          case "not-found", "unknown" -> HttpStatus.NOT_FOUND;
          case "forbidden" -> HttpStatus.FORBIDDEN;
          default -> HttpStatus.CONFLICT;
        };
    var model =
        status == HttpStatus.CONFLICT
            ? Map.of("detail", "document-refused." + refused.code())
            : Map.<String, String>of();
    return new ModelAndView("error", model, status).addObject("status", status.value());
  }
}
