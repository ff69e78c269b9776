package vn.commendation.publication.web;

import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.SubjectKind;
import vn.commendation.directory.Directory;
import vn.commendation.publication.HonourRoll;
import vn.commendation.publication.PublicationRefused;
import vn.commendation.publication.RollEntry;
import vn.commendation.publication.RollFilter;
import vn.commendation.publication.Withholding;
import vn.commendation.publication.Withholdings;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** The roll of honour for everybody, and what the Office keeps off it. */
@Controller
@RequestMapping("/roll")
class RollController {

  private static final int PAGE_SIZE = 25;

  private final HonourRoll roll;
  private final Withholdings withholdings;
  private final Awards awards;
  private final Directory directory;

  RollController(HonourRoll roll, Withholdings withholdings, Awards awards, Directory directory) {
    this.roll = roll;
    this.withholdings = withholdings;
    this.awards = awards;
    this.directory = directory;
  }

  @GetMapping
  String search(
      @RequestParam(required = false) String q,
      @RequestParam(required = false) Long campaign,
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) Long unit,
      @RequestParam(required = false) String award,
      @RequestParam(required = false) SubjectKind kind,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var filter = filter(q, campaign, year, unit, award, kind);
    model.addAttribute("filter", filter);
    model.addAttribute("choices", roll.choices());
    model.addAttribute("kinds", SubjectKind.values());
    model.addAttribute("page", roll.search(filter, PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    addAwards(model, awards);
    model.addAttribute("office", mayKeep(user));
    return "publication/roll";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<RollEntry> export(
      @RequestParam(required = false) String q,
      @RequestParam(required = false) Long campaign,
      @RequestParam(required = false) Integer year,
      @RequestParam(required = false) Long unit,
      @RequestParam(required = false) String award,
      @RequestParam(required = false) SubjectKind kind) {
    var filter = filter(q, campaign, year, unit, award, kind);
    var names = awards.all().stream().collect(Collectors.toMap(Award::code, Award::name));
    return ListExport.<RollEntry>of("public.roll", "bang-vang")
        .filter("register.search", filter.text())
        .filter("register.year", year)
        .filter("register.award", names.get(filter.awardCode()))
        .filter("nomination.subject", Label.of("subject.", kind))
        .column("register.subject", RollEntry::nomineeName)
        .column("export.position", RollEntry::position)
        .column("nomination.unit", RollEntry::unitName)
        .column("register.award", one -> names.get(one.awardCode()))
        .column("register.year", RollEntry::year)
        .column("register.decision-number", RollEntry::decisionNumber)
        .column("register.decided-on", RollEntry::decidedOn)
        .wide("nomination.occasion", RollEntry::campaignTitle)
        .rows(page -> roll.search(filter, page));
  }

  private static RollFilter filter(
      String q, Long campaign, Integer year, Long unit, String award, SubjectKind kind) {
    return new RollFilter(
        StringUtils.hasText(q) ? q.strip() : null,
        campaign,
        year,
        unit,
        StringUtils.hasText(award) ? award : null,
        kind);
  }

  @GetMapping("/{awardId:\\d+}/withhold")
  ModelAndView withhold(@PathVariable long awardId) {
    return form(awardId, HttpStatus.OK);
  }

  @PostMapping("/{awardId:\\d+}/withhold")
  ModelAndView withhold(
      @PathVariable long awardId,
      @RequestParam(defaultValue = "false") boolean wholePerson,
      @RequestParam(required = false) String reason,
      Principal user,
      RedirectAttributes redirect) {
    try {
      withholdings.withhold(awardId, wholePerson, reason, user.getName());
    } catch (PublicationRefused refused) {
      return form(awardId, HttpStatus.UNPROCESSABLE_ENTITY)
          .addObject("refused", refused.textKey())
          .addObject("wholePerson", wholePerson)
          .addObject("reason", reason);
    }
    redirect.addFlashAttribute("flash", "publication.flash.withheld");
    return new ModelAndView("redirect:/roll/withheld");
  }

  @GetMapping("/withheld")
  String withheld(@RequestParam(defaultValue = "0") int page, Principal user, Model model) {
    model.addAttribute(
        "page", withholdings.list(user.getName(), PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "publication/withheld";
  }

  @GetMapping(path = "/withheld", params = "format=xlsx")
  ListExport<Withholding> exportWithheld(Principal user) {
    return ListExport.<Withholding>of("publication.withheld", "khong-hien-tren-bang-vang")
        .column("register.subject", Withholding::name)
        .wide("export.reason", Withholding::reason)
        .column("export.who", Withholding::by)
        .column("export.moment", Withholding::at)
        .column("export.ended-by", Withholding::liftedBy)
        .column("export.ended-at", Withholding::liftedAt)
        .rows(page -> withholdings.list(user.getName(), page));
  }

  @PostMapping("/withheld/{id}/lift")
  String lift(
      @PathVariable String id,
      @RequestParam(required = false) String reason,
      Principal user,
      RedirectAttributes redirect) {
    try {
      withholdings.lift(id, reason, user.getName());
    } catch (PublicationRefused refused) {
      redirect.addFlashAttribute("refused", refused.textKey());
      return "redirect:/roll/withheld";
    }
    redirect.addFlashAttribute("flash", "publication.flash.shown-again");
    return "redirect:/roll/withheld";
  }

  @ExceptionHandler(NoSuchElementException.class)
  ModelAndView unknown() {
    return new ModelAndView("error", HttpStatus.NOT_FOUND).addObject("status", 404);
  }

  /** Names of the awards in both languages, by code. */
  static void addAwards(Model model, Awards awards) {
    model.addAttribute(
        "awards", awards.all().stream().collect(Collectors.toMap(Award::code, one -> one)));
  }

  private ModelAndView form(long awardId, HttpStatus status) {
    var entry = roll.find(awardId).orElseThrow(NoSuchElementException::new);
    return new ModelAndView("publication/withhold", status)
        .addObject("entry", entry)
        .addObject("award", awards.find(entry.awardCode()).orElseThrow());
  }

  private boolean mayKeep(Principal user) {
    return user != null && Withholdings.mayKeep(directory.account(user.getName()));
  }
}
