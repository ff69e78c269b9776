package vn.commendation.publication.web;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.commendation.publication.Figures;

/** How long cases take, for everybody. */
@Controller
class FigureController {

  private final Figures figures;

  FigureController(Figures figures) {
    this.figures = figures;
  }

  @GetMapping("/figures")
  String view(
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) Long campaign,
      Model model) {
    try {
      model.addAttribute("figures", figures.of(year, campaign));
    } catch (NoSuchElementException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("choices", figures.choices());
    model.addAttribute("year", year);
    model.addAttribute("campaign", campaign);
    return "publication/figures";
  }
}
