package vn.commendation.nomination.web;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.NominationSummary;
import vn.commendation.nomination.NominationVersion;
import vn.commendation.nomination.Nominations;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;
import vn.commendation.storage.Download;

/** Finding and following cases. */
@Controller
@RequestMapping("/nominations")
class NominationController {

  static final String CASE = "/{id:[0-9a-f-]{36}}";
  private static final int PAGE_SIZE = 20;
  private static final String WITHDRAWAL = "withdrawal";
  private static final String LIFT = "lift";

  private final Nominations nominations;
  private final Awards awards;

  NominationController(Nominations nominations, Awards awards) {
    this.nominations = nominations;
    this.awards = awards;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) NominationStatus status,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = StringUtils.hasText(q) ? q.strip() : null;
    var request = PageRequest.of(Math.max(page, 0), PAGE_SIZE);
    model.addAttribute("q", text);
    model.addAttribute("status", status);
    model.addAttribute("statuses", NominationStatus.values());
    model.addAttribute("page", nominations.search(text, status, user.getName(), request));
    return "nomination/list";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<NominationSummary> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) NominationStatus status,
      Principal user) {
    var text = StringUtils.hasText(q) ? q.strip() : null;
    return ListExport.<NominationSummary>of("nav.nominations", "ho-so-de-nghi")
        .filter("list.search", text)
        .filter("nomination.status", Label.of("status.", status))
        .column("export.code", NominationSummary::code)
        .column("nomination.nominee", NominationSummary::nomineeName)
        .column("nomination.subject", one -> Label.of("subject.", one.subjectKind()))
        .column("nomination.unit", NominationSummary::unitName)
        .column("nomination.occasion", NominationController::occasion)
        .column("nomination.award", NominationSummary::awardName)
        .column("nomination.status", one -> Label.of("status.", one.status()))
        .column("nomination.due", NominationSummary::dueAt)
        .column("nomination.updated", NominationSummary::updatedAt)
        .rows(page -> nominations.search(text, status, user.getName(), page));
  }

  private static Object occasion(NominationSummary one) {
    return one.campaignTitle() == null
        ? new Label("nomination-case.unplanned")
        : one.campaignTitle();
  }

  @GetMapping(CASE)
  String view(@PathVariable String id, Principal user, Model model) {
    model.addAttribute(WITHDRAWAL, new ReasonFields(null));
    model.addAttribute(LIFT, new ReasonFields(null));
    return show(id, user, model);
  }

  @PostMapping(CASE + "/withdraw")
  ModelAndView withdraw(
      @PathVariable String id,
      @Valid @ModelAttribute(WITHDRAWAL) ReasonFields withdrawal,
      BindingResult binding,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    if (binding.hasErrors()) {
      model.addAttribute(LIFT, new ReasonFields(null));
      return new ModelAndView(
          show(id, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    nominations.withdraw(id, withdrawal.reason().strip(), user.getName());
    redirect.addFlashAttribute("flash", "flash.withdrawn");
    return new ModelAndView("redirect:/nominations/{id}");
  }

  @PostMapping(CASE + "/lift")
  ModelAndView lift(
      @PathVariable String id,
      @Valid @ModelAttribute(LIFT) ReasonFields lift,
      BindingResult binding,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    if (binding.hasErrors()) {
      model.addAttribute(WITHDRAWAL, new ReasonFields(null));
      return new ModelAndView(
          show(id, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    nominations.liftHold(id, lift.reason().strip(), user.getName());
    redirect.addFlashAttribute("flash", "flash.hold-lifted");
    return new ModelAndView("redirect:/nominations/{id}");
  }

  @PostMapping(CASE + "/renew")
  String renew(@PathVariable String id, Principal user, RedirectAttributes redirect) {
    var draft = nominations.renew(id, user.getName());
    redirect.addFlashAttribute("flash", "flash.renewed");
    return "redirect:/nominations/" + draft + "/edit";
  }

  /** Two submitted versions side by side; without a choice, the last two. */
  @GetMapping(CASE + "/versions")
  String versions(
      @PathVariable String id,
      @RequestParam(required = false) Integer from,
      @RequestParam(required = false) Integer to,
      Principal user,
      Model model) {
    var versions = nominations.versions(id, user.getName());
    if (versions.isEmpty()) {
      return "redirect:/nominations/{id}";
    }
    var last = versions.getLast().revision();
    var left = choose(versions, from, Math.max(1, last - 1));
    var right = choose(versions, to, last);
    model.addAttribute("nomination", nominations.details(id, user.getName()));
    model.addAttribute("versions", versions);
    model.addAttribute("left", left);
    model.addAttribute("right", right);
    model.addAttribute("rows", VersionRow.of(left, right));
    return "nomination/versions";
  }

  @GetMapping(CASE + "/similar")
  String similar(@PathVariable String id, Principal user, Model model) {
    model.addAttribute("nomination", nominations.details(id, user.getName()));
    model.addAttribute("similar", nominations.similar(id, user.getName()));
    return "nomination/similar";
  }

  private static NominationVersion choose(
      List<NominationVersion> versions, Integer wanted, int otherwise) {
    var revision = wanted == null ? otherwise : wanted;
    return versions.stream()
        .filter(version -> version.revision() == revision)
        .findFirst()
        .orElseGet(versions::getLast);
  }

  @GetMapping(CASE + "/files/{fileId}")
  ResponseEntity<byte[]> download(
      @PathVariable String id, @PathVariable long fileId, Principal user) {
    var evidence = nominations.evidence(id, fileId, user.getName());
    return new Download(evidence.file().name(), evidence.file().contentType(), evidence.content())
        .response();
  }

  private String show(String id, Principal user, Model model) {
    var nomination = nominations.details(id, user.getName());
    model.addAttribute("nomination", nomination);
    model.addAttribute("steps", ProcessStep.of(nomination));
    model.addAttribute(
        "names", awards.all().stream().collect(toMap(Award::code, Function.identity())));
    return "nomination/view";
  }
}
