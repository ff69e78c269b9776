package vn.commendation.dossier.web;

import java.security.Principal;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.document.DocumentSubject;
import vn.commendation.document.FormalDocuments;
import vn.commendation.dossier.DossierFilter;
import vn.commendation.dossier.DossierRefused;
import vn.commendation.dossier.DossierStatus;
import vn.commendation.dossier.DossierSummary;
import vn.commendation.dossier.Dossiers;
import vn.commendation.dossier.ItemView;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Finding, opening and following batches. */
@Controller
@RequestMapping("/dossiers")
class DossierController {

  static final String DOSSIER = "/{id:[0-9a-f-]{36}}";
  private static final int PAGE_SIZE = 20;

  private final Dossiers dossiers;
  private final FormalDocuments documents;

  DossierController(Dossiers dossiers, FormalDocuments documents) {
    this.dossiers = dossiers;
    this.documents = documents;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) DossierStatus status,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    var text = q.isBlank() ? null : q.strip();
    model.addAttribute("q", text);
    model.addAttribute("status", status);
    model.addAttribute("overdue", overdue);
    model.addAttribute("statuses", DossierStatus.values());
    model.addAttribute("mayOpen", dossiers.mayOpen(user.getName()));
    model.addAttribute(
        "page",
        dossiers.search(
            new DossierFilter(text, status, overdue),
            PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "dossier/list";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<DossierSummary> export(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) DossierStatus status,
      @RequestParam(defaultValue = "false") boolean overdue) {
    var filter = new DossierFilter(q.isBlank() ? null : q.strip(), status, overdue);
    return ListExport.<DossierSummary>of("nav.dossiers", "dot-trinh")
        .filter("dossier.search", filter.text())
        .filter("dossier.status", Label.of("dossier-status.", status))
        .filter("nomination.due", overdue ? new Label("list-filter.overdue") : null)
        .column("export.code", DossierSummary::code)
        .wide("dossier.title", DossierSummary::title)
        .column("dossier.authority", one -> Label.of("authority.", one.authority()))
        .column("dossier.size", DossierSummary::size)
        .column("dossier.status", one -> Label.of("dossier-status.", one.status()))
        .column("nomination.due", DossierSummary::dueAt)
        .column("nomination.updated", DossierSummary::updatedAt)
        .rows(page -> dossiers.search(filter, page));
  }

  /** The nominees of one batch, with what the council voted and what came of them. */
  @GetMapping(path = DOSSIER, params = "format=xlsx")
  ListExport<ItemView> exportList(@PathVariable String id, Principal user) {
    var dossier =
        dossiers
            .details(id, user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var summary = dossier.summary();
    return ListExport.<ItemView>of("export.dossier-list", "danh-sach-" + summary.code())
        .filter("export.code", summary.code())
        .filter("dossier.title", summary.title())
        .column("export.code", ItemView::nominationCode)
        .column("nomination.nominee", ItemView::nomineeName)
        .column("export.position", ItemView::nomineePosition)
        .column("nomination.subject", one -> Label.of("subject.", one.subjectKind()))
        .column("nomination.unit", ItemView::unitName)
        .column("nomination.award", ItemView::awardName)
        .column("dossier.status", one -> Label.of("dossier-item.", one.status()))
        .column("export.entitled", ItemView::entitled)
        .column("export.votes-for", ItemView::votesFor)
        .column("export.votes-against", ItemView::votesAgainst)
        .column("export.votes-blank", ItemView::votesBlank)
        .column("export.absent", ItemView::absent)
        .wide("export.reason", ItemView::text)
        .column("register.decision-number", ItemView::number)
        .column("register.decided-on", ItemView::date)
        .rows(dossier.items());
  }

  @GetMapping("/new")
  ModelAndView create(
      @RequestParam(defaultValue = "DIRECTOR") DecidingAuthority authority, Principal user) {
    requireOpener(user);
    return form(HttpStatus.OK, DossierFields.empty(authority));
  }

  @PostMapping
  ModelAndView open(
      @ModelAttribute("fields") DossierFields fields, Principal user, RedirectAttributes redirect) {
    requireOpener(user);
    try {
      redirect.addAttribute("id", dossiers.open(fields.toNewDossier(), user.getName()));
    } catch (DossierRefused refused) {
      return form(Refusals.status(refused), fields).addObject("refused", refused);
    }
    redirect.addFlashAttribute("flash", "dossier.flash.opened");
    return new ModelAndView("redirect:/dossiers/{id}");
  }

  @GetMapping(DOSSIER)
  String view(@PathVariable String id, Principal user, Model model) {
    var dossier =
        dossiers
            .details(id, user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("dossier", dossier);
    model.addAttribute("steps", DossierStep.of(dossier));
    model.addAttribute("papers", documents.list(DocumentSubject.DOSSIER, id, user.getName()));
    return "dossier/view";
  }

  private void requireOpener(Principal user) {
    if (!dossiers.mayOpen(user.getName())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private ModelAndView form(HttpStatus status, DossierFields fields) {
    return new ModelAndView("dossier/new", status)
        .addObject("fields", fields)
        .addObject("authorities", DecidingAuthority.values())
        .addObject("candidates", dossiers.candidates(fields.authority()));
  }
}
