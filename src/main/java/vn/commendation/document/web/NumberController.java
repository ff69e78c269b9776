package vn.commendation.document.web;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRegister;

/** The register of outgoing documents, to read. */
@Controller
class NumberController {

  private static final int PAGE_SIZE = 20;

  private final NumberRegister register;

  NumberController(NumberRegister register) {
    this.register = register;
  }

  @GetMapping("/registers/numbers")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) DocumentType type,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    var text = StringUtils.hasText(q) ? q.strip() : null;
    model.addAttribute("q", text);
    model.addAttribute("year", year);
    model.addAttribute("type", type);
    model.addAttribute("years", register.years());
    model.addAttribute("types", DocumentType.values());
    model.addAttribute("symbols", register.symbols());
    model.addAttribute(
        "page", register.search(year, type, text, PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "document/numbers";
  }
}
