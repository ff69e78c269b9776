package vn.commendation.document.web;

import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.commendation.document.DocumentType;
import vn.commendation.document.NumberRegister;
import vn.commendation.document.RegisterEntry;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

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

  @GetMapping(path = "/registers/numbers", params = "format=xlsx")
  ListExport<RegisterEntry> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) DocumentType type) {
    var text = StringUtils.hasText(q) ? q.strip() : null;
    return ListExport.<RegisterEntry>of("register-name.numbers", "so-dang-ky-van-ban-di")
        .filter("numbers.search", text)
        .filter("register.year", year)
        .filter("numbers.type", Label.of("document-type.", type))
        .column("register.number", one -> one.number().symbol())
        .column("numbers.date", one -> one.number().date())
        .column("numbers.type", one -> Label.of("document-type.", one.number().type()))
        .wide("numbers.title", RegisterEntry::title)
        .column("numbers.registered-by", RegisterEntry::registeredBy)
        .column("export.registered-at", RegisterEntry::registeredAt)
        .rows(page -> register.search(year, type, text, page));
  }
}
