package vn.commendation.facts.web;

import static vn.commendation.facts.web.Desk.bind;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.WorkRating;
import vn.commendation.directory.Directory;
import vn.commendation.facts.NewRating;
import vn.commendation.facts.Ratings;
import vn.commendation.facts.YearlyRating;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** The register of yearly ratings. */
@Controller
@RequestMapping(RatingController.PATH)
class RatingController {

  static final String PATH = "/registers/ratings";

  private final Ratings ratings;
  private final Desk desk;

  RatingController(Ratings ratings, Directory directory) {
    this.ratings = ratings;
    this.desk = new Desk(directory);
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) WorkRating rating,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = Desk.text(q);
    model.addAttribute("q", text);
    model.addAttribute("year", year);
    model.addAttribute("rating", rating);
    model.addAttribute("ratings", WorkRating.values());
    model.addAttribute("mayWrite", desk.mayWrite(user.getName()));
    model.addAttribute("page", ratings.search(text, year, rating, Desk.page(page)));
    return "facts/ratings";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<YearlyRating> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) WorkRating rating) {
    var text = Desk.text(q);
    return ListExport.<YearlyRating>of("register-name.ratings", "xep-loai")
        .filter("register.search", text)
        .filter("register.year", year)
        .filter("register.rating", Label.of("work-rating.", rating))
        .column("register.subject", YearlyRating::name)
        .column("nomination.unit", YearlyRating::unitName)
        .column("register.year", YearlyRating::year)
        .column("register.rating", one -> Label.of("work-rating.", one.rating()))
        .column("register.decision", YearlyRating::decision)
        .column("register.cancelled", YearlyRating::cancelReason)
        .rows(page -> ratings.search(text, year, rating, page));
  }

  @GetMapping("/new")
  ModelAndView create() {
    return form(bind(NewRating.empty()));
  }

  @PostMapping
  ModelAndView enter(
      @ModelAttribute("fields") NewRating fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return Desk.entered(binding, redirect, () -> ratings.enter(fields, user.getName()))
        ? new ModelAndView("redirect:" + PATH)
        : form(binding);
  }

  @PostMapping("/{id}/cancel")
  ModelAndView cancel(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    return Desk.change(
        () -> ratings.cancel(id, Desk.text(reason), user.getName()),
        "register.flash.cancelled",
        PATH,
        redirect,
        model,
        () -> list("", null, null, 0, user, model));
  }

  private ModelAndView form(BindingResult binding) {
    return desk.form("facts/rating-new", binding).addObject("ratings", WorkRating.values());
  }
}
