package vn.commendation.campaign.web;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Award;
import vn.commendation.award.Awards;
import vn.commendation.award.Rules;
import vn.commendation.campaign.Campaign;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.CampaignRefused;
import vn.commendation.campaign.CampaignSummary;
import vn.commendation.campaign.Campaigns;
import vn.commendation.campaign.GuidelineRevisions;
import vn.commendation.campaign.InspectionForm;
import vn.commendation.campaign.Inspections;
import vn.commendation.campaign.Problem;
import vn.commendation.campaign.StudyDocumentForm;
import vn.commendation.campaign.StudyLibrary;
import vn.commendation.document.DocumentSubject;
import vn.commendation.document.FormalDocuments;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;
import vn.commendation.storage.Upload;

/** Campaigns, and what is done on the page of one. */
@Controller
class CampaignController {

  private static final String CAMPAIGN = "/campaigns/{id}";
  private static final String DOCUMENT = "/documents/{documentId}";

  private final Campaigns campaigns;
  private final CampaignPlanning planning;
  private final GuidelineRevisions revisions;
  private final StudyLibrary library;
  private final Inspections inspections;
  private final Awards awards;
  private final Rules rules;
  private final FormalDocuments documents;
  private final Clock clock;

  CampaignController(
      Campaigns campaigns,
      CampaignPlanning planning,
      GuidelineRevisions revisions,
      StudyLibrary library,
      Inspections inspections,
      Awards awards,
      Rules rules,
      FormalDocuments documents,
      Clock clock) {
    this.campaigns = campaigns;
    this.planning = planning;
    this.revisions = revisions;
    this.library = library;
    this.inspections = inspections;
    this.awards = awards;
    this.rules = rules;
    this.documents = documents;
    this.clock = clock;
  }

  @GetMapping("/campaigns")
  String list(Principal user, Model model) {
    model.addAttribute("campaigns", campaigns.list(user.getName()));
    model.addAttribute("mayPlan", planning.mayPlan(user.getName()));
    return "campaign/list";
  }

  @GetMapping(path = "/campaigns", params = "format=xlsx")
  ListExport<CampaignSummary> export(Principal user) {
    return ListExport.<CampaignSummary>of("nav.campaigns", "phong-trao-thi-dua")
        .column("campaign.code", one -> one.campaign().code())
        .wide("campaign.title", one -> one.campaign().title())
        .column("campaign.type", one -> Label.of("award-type.", one.campaign().type()))
        .column("nomination.status", one -> Label.of("campaign-status.", one.status()))
        .column("campaign.plan-number-field", one -> one.campaign().planNumber())
        .column("campaign.plan-date", one -> one.campaign().planDate())
        .column("campaign.opens", one -> one.campaign().opensAt())
        .column("campaign.closes", one -> one.campaign().closesAt())
        .rows(campaigns.list(user.getName()));
  }

  @GetMapping(CAMPAIGN)
  ModelAndView view(@PathVariable long id, Principal user) {
    return page(HttpStatus.OK, id, user);
  }

  @PostMapping(CAMPAIGN + "/launch")
  ModelAndView launch(
      @PathVariable long id,
      @RequestParam int version,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> planning.launch(id, version, user.getName()),
        "campaign-flash.launched",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/start")
  ModelAndView start(
      @PathVariable long id,
      @RequestParam int version,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> planning.start(id, version, user.getName()),
        "campaign-flash.started",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/window")
  ModelAndView changeWindow(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime opensAt,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime closesAt,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> planning.changeWindow(id, version, opensAt, closesAt, reason, user.getName()),
        "campaign-flash.window-changed",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/close")
  ModelAndView close(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> planning.close(id, version, reason, user.getName()),
        "campaign-flash.closed",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/cancel")
  ModelAndView cancel(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> planning.cancel(id, version, reason, user.getName()),
        "campaign-flash.cancelled",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/guideline/revise")
  ModelAndView reviseGuideline(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> revisions.request(id, version, reason, user.getName()),
        "campaign-flash.revision-requested",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/guideline/drop")
  ModelAndView dropRevision(
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> revisions.drop(id, version, reason, user.getName()),
        "campaign-flash.revision-dropped",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/documents")
  ModelAndView addDocument(
      @PathVariable long id,
      @ModelAttribute("document") StudyDocumentForm document,
      @RequestParam(required = false) MultipartFile file,
      Principal user,
      RedirectAttributes redirect)
      throws IOException {
    var upload = upload(file);
    var answer =
        attempt(
            () -> library.add(id, document, upload, user.getName()),
            "campaign-flash.document-added",
            id,
            user,
            redirect);
    return typed(answer, "document", document);
  }

  @PostMapping(CAMPAIGN + DOCUMENT + "/replace")
  ModelAndView replaceDocument(
      @PathVariable long id,
      @PathVariable long documentId,
      @RequestParam int version,
      @RequestParam(required = false) MultipartFile file,
      Principal user,
      RedirectAttributes redirect)
      throws IOException {
    var upload = upload(file);
    return attempt(
        () -> library.replace(id, documentId, version, upload, user.getName()),
        "campaign-flash.document-replaced",
        id,
        user,
        redirect);
  }

  @GetMapping(CAMPAIGN + DOCUMENT + "/versions/{version}")
  ResponseEntity<byte[]> readDocument(
      @PathVariable long id,
      @PathVariable long documentId,
      @PathVariable int version,
      Principal user) {
    return library.file(id, documentId, version, user.getName()).response();
  }

  @PostMapping(CAMPAIGN + DOCUMENT + "/remove")
  ModelAndView removeDocument(
      @PathVariable long id,
      @PathVariable long documentId,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> library.remove(id, documentId, user.getName()),
        "campaign-flash.document-removed",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + DOCUMENT + "/acknowledge")
  String acknowledge(
      @PathVariable long id,
      @PathVariable long documentId,
      @RequestParam int version,
      Principal user) {
    library.acknowledge(id, documentId, version, user.getName());
    return "redirect:/campaigns/{id}#library";
  }

  @PostMapping(CAMPAIGN + "/inspections")
  ModelAndView inspect(
      @PathVariable long id,
      @ModelAttribute("inspection") InspectionForm inspection,
      Principal user,
      RedirectAttributes redirect) {
    var answer =
        attempt(
            () -> inspections.record(id, inspection, user.getName()),
            "campaign-flash.inspection-recorded",
            id,
            user,
            redirect);
    return typed(answer, "inspection", inspection);
  }

  @PostMapping(CAMPAIGN + "/inspections/{inspectionId}/answer")
  ModelAndView answer(
      @PathVariable long id,
      @PathVariable long inspectionId,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String text,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> inspections.answer(id, inspectionId, version, text, user.getName()),
        "campaign-flash.inspection-answered",
        id,
        user,
        redirect);
  }

  @PostMapping(CAMPAIGN + "/inspections/{inspectionId}/close")
  ModelAndView closeInspection(
      @PathVariable long id,
      @PathVariable long inspectionId,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String text,
      Principal user,
      RedirectAttributes redirect) {
    return attempt(
        () -> inspections.close(id, inspectionId, version, text, user.getName()),
        "campaign-flash.inspection-closed",
        id,
        user,
        redirect);
  }

  /** A browser sends an empty part without a name when nothing is chosen. */
  private static Upload upload(MultipartFile file) throws IOException {
    return file == null || !StringUtils.hasText(file.getOriginalFilename())
        ? null
        : new Upload(file.getOriginalFilename(), file.getInputStream());
  }

  /** Keeps what was typed on the page that says what was refused; a redirect takes no records. */
  private static ModelAndView typed(ModelAndView answer, String name, Object typed) {
    return answer.getStatus() == HttpStatus.UNPROCESSABLE_ENTITY
        ? answer.addObject(name, typed)
        : answer;
  }

  /** Does it and goes back to the page, or shows the page with what was refused. */
  private ModelAndView attempt(
      Runnable action, String flash, long id, Principal user, RedirectAttributes redirect) {
    try {
      action.run();
    } catch (CampaignRefused refusal) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, id, user)
          .addObject("problems", refusal.problems());
    }
    redirect.addFlashAttribute("flash", flash);
    return new ModelAndView("redirect:/campaigns/" + id);
  }

  private ModelAndView page(HttpStatus status, long id, Principal user) {
    var campaign = campaigns.details(id, user.getName());
    return new ModelAndView("campaign/view", status)
        .addObject("details", campaign)
        .addObject("awards", awardsOf(campaign.campaign()))
        .addObject("authorities", rules.authorities(LocalDate.now(clock)))
        .addObject("documents", library.documents(id, user.getName()))
        .addObject("readings", library.readings(id, user.getName()))
        .addObject("inspections", inspections.of(id, user.getName()))
        .addObject("units", planning.units())
        .addObject(
            "papers", documents.list(DocumentSubject.CAMPAIGN, String.valueOf(id), user.getName()))
        .addObject("document", StudyDocumentForm.empty())
        .addObject("inspection", InspectionForm.empty())
        .addObject("problems", List.<Problem>of());
  }

  private List<Award> awardsOf(Campaign campaign) {
    return awards.all().stream()
        .filter(award -> campaign.awardCodes().contains(award.code()))
        .toList();
  }
}
