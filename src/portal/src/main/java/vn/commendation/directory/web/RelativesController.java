package vn.commendation.directory.web;

import java.security.Principal;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.directory.DeclaredRelative;
import vn.commendation.directory.Directory;
import vn.commendation.directory.DirectoryRefused;
import vn.commendation.directory.Relatives;
import vn.commendation.spreadsheet.ListExport;

/** Declared relatives: one's own for everybody, all of them for the Office. */
@Controller
class RelativesController {

  private static final int PAGE_SIZE = 20;

  private final Relatives relatives;
  private final Directory directory;

  RelativesController(Relatives relatives, Directory directory) {
    this.relatives = relatives;
    this.directory = directory;
  }

  @GetMapping("/relatives")
  String own(Principal user, Model model) {
    var own = directory.account(user.getName()).person().id();
    model.addAttribute("declarations", relatives.own(user.getName()));
    model.addAttribute("own", own);
    model.addAttribute(
        "people", directory.everybody().stream().filter(one -> one.id() != own).toList());
    return "directory/relatives";
  }

  @PostMapping("/relatives")
  ModelAndView declare(
      @RequestParam(required = false) Long relativeId,
      @RequestParam(defaultValue = "") String relation,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    try {
      relatives.declare(relativeId, text(relation), user.getName());
    } catch (DirectoryRefused refusal) {
      model.addAttribute("refused", refusal);
      model.addAttribute("relativeId", relativeId);
      model.addAttribute("relation", relation);
      return new ModelAndView(own(user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    redirect.addFlashAttribute("flash", "relatives.flash.declared");
    return new ModelAndView("redirect:/relatives");
  }

  @PostMapping("/relatives/{id}/withdraw")
  ModelAndView withdrawOwn(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    try {
      relatives.withdraw(id, text(reason), user.getName());
    } catch (DirectoryRefused refusal) {
      model.addAttribute("refused", refusal);
      return new ModelAndView(own(user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    redirect.addFlashAttribute("flash", "relatives.flash.withdrawn");
    return new ModelAndView("redirect:/relatives");
  }

  @GetMapping("/registers/relatives")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    model.addAttribute("q", text(q));
    model.addAttribute(
        "page",
        relatives.search(text(q), PageRequest.of(Math.max(page, 0), PAGE_SIZE), user.getName()));
    model.addAttribute("mayCorrect", relatives.mayCorrect(user.getName()));
    return "directory/all-relatives";
  }

  @GetMapping(path = "/registers/relatives", params = "format=xlsx")
  ListExport<DeclaredRelative> export(@RequestParam(defaultValue = "") String q, Principal user) {
    return ListExport.<DeclaredRelative>of("register-name.relatives", "ke-khai-nguoi-than")
        .filter("register.search", text(q))
        .column("relatives.declared-by", DeclaredRelative::declarerName)
        .column("relatives.relative", DeclaredRelative::relativeName)
        .column("relatives.relation", DeclaredRelative::relation)
        .column("relatives.declared", DeclaredRelative::declaredAt)
        .column("relatives.withdrawn", DeclaredRelative::withdrawnAt)
        .wide("relatives.withdraw.reason", DeclaredRelative::withdrawnReason)
        .rows(page -> relatives.search(text(q), page, user.getName()));
  }

  @PostMapping("/registers/relatives/{id}/withdraw")
  ModelAndView withdraw(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    try {
      relatives.withdraw(id, text(reason), user.getName());
    } catch (DirectoryRefused refusal) {
      model.addAttribute("refused", refusal);
      return new ModelAndView(
          list("", 0, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    redirect.addFlashAttribute("flash", "relatives.flash.withdrawn");
    return new ModelAndView("redirect:/registers/relatives");
  }

  private static String text(String typed) {
    return StringUtils.hasText(typed) ? typed.strip() : null;
  }
}
