package vn.commendation.nomination.web;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.Campaigns;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Unit;
import vn.commendation.document.DocumentSubject;
import vn.commendation.document.FormalDocuments;
import vn.commendation.nomination.NominationStatus;
import vn.commendation.nomination.NominationSummary;
import vn.commendation.nomination.NominationVersion;
import vn.commendation.nomination.Nominations;
import vn.commendation.nomination.TimelineEntry;
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
  private final Campaigns campaigns;
  private final Directory directory;
  private final FormalDocuments documents;

  NominationController(
      Nominations nominations,
      Awards awards,
      Campaigns campaigns,
      Directory directory,
      FormalDocuments documents) {
    this.nominations = nominations;
    this.awards = awards;
    this.campaigns = campaigns;
    this.directory = directory;
    this.documents = documents;
  }

  @GetMapping
  String list(
      NominationQuery query,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var request = PageRequest.of(Math.max(page, 0), PAGE_SIZE);
    model.addAttribute("query", query);
    model.addAttribute("statuses", NominationStatus.values());
    model.addAttribute("units", directory.units());
    model.addAttribute("awards", awards.all());
    model.addAttribute("campaigns", campaigns.all());
    model.addAttribute("link", "/nominations?" + query.toQuery() + "&page=");
    model.addAttribute(
        "page",
        query.backwards()
            ? Page.empty(request)
            : nominations.search(query.toFilter(), user.getName(), request));
    return "nomination/list";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<NominationSummary> export(NominationQuery query, Principal user) {
    return ListExport.<NominationSummary>of("nav.nominations", "ho-so-de-nghi")
        .filter("list.search", query.q())
        .filter("nomination.status", Label.of("status.", query.status()))
        .filter("nomination.unit", name(directory.units(), Unit::id, query.unit(), Unit::name))
        .filter("nomination.award", name(awards.all(), Award::code, query.award(), Award::name))
        .filter(
            "nomination.campaign",
            name(campaigns.all(), Campaign::id, query.campaign(), Campaign::title))
        .filter("list-filter.sent-from", query.from())
        .filter("list-filter.sent-to", query.to())
        .filter("nomination.due", query.overdue() ? new Label("list-filter.overdue") : null)
        .column("export.code", NominationSummary::code)
        .column("nomination.nominee", NominationSummary::nomineeName)
        .column("nomination.subject", one -> Label.of("subject.", one.subjectKind()))
        .column("nomination.unit", NominationSummary::unitName)
        .column("nomination.occasion", NominationController::occasion)
        .column("nomination.award", NominationSummary::awardName)
        .column("nomination.status", one -> Label.of("status.", one.status()))
        .column("nomination.due", NominationSummary::dueAt)
        .column("nomination.updated", NominationSummary::updatedAt)
        .rows(
            page ->
                query.backwards()
                    ? Page.empty(page)
                    : nominations.search(query.toFilter(), user.getName(), page));
  }

  /** What a filter names, as people read it; {@code null} if it names nothing. */
  private static <T> String name(
      List<T> all, Function<T, Object> key, Object wanted, Function<T, String> name) {
    return all.stream()
        .filter(one -> key.apply(one).equals(wanted))
        .map(name)
        .findFirst()
        .orElse(null);
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

  /** The log of one case. */
  @GetMapping(path = CASE, params = "format=xlsx")
  ListExport<TimelineEntry> exportLog(@PathVariable String id, Principal user) {
    var nomination = nominations.details(id, user.getName());
    return ListExport.<TimelineEntry>of("view.timeline", "nhat-ky-ho-so")
        .filter("export.code", nomination.summary().code())
        .filter("nomination.nominee", nomination.summary().nomineeName())
        .column("export.moment", TimelineEntry::at)
        .column("export.who", TimelineEntry::who)
        .column("export.what", entry -> Label.of("audit.", entry.action()))
        .wide("export.reason", TimelineEntry::reason)
        .rows(nomination.timeline());
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
    model.addAttribute("papers", documents.list(DocumentSubject.NOMINATION, id, user.getName()));
    model.addAttribute(
        "unitPapers",
        documents.list(
            DocumentSubject.UNIT_LIST, nominations.unitList(id, user.getName()), user.getName()));
    model.addAttribute(
        "names", awards.all().stream().collect(toMap(Award::code, Function.identity())));
    return "nomination/view";
  }
}
