package vn.commendation.report.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import vn.commendation.report.ReportRefused;

/** Pages that say why something cannot be done. */
final class Refusal {

  private Refusal() {}

  /** The page, with what was refused above it; {@code null} if nothing was. */
  static ModelAndView page(String view, ReportRefused refusal, Model model) {
    model.addAttribute("refusal", refusal);
    return new ModelAndView(
        view, model.asMap(), refusal == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
  }

  static ModelAndView notFound() {
    return new ModelAndView(
        "error", Map.of("status", HttpStatus.NOT_FOUND.value()), HttpStatus.NOT_FOUND);
  }
}
