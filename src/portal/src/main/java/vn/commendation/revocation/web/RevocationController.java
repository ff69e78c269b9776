package vn.commendation.revocation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.document.DocumentSubject;
import vn.commendation.document.FormalDocuments;
import vn.commendation.revocation.RevocationCause;
import vn.commendation.revocation.RevocationRefused;
import vn.commendation.revocation.RevocationStatus;
import vn.commendation.revocation.RevocationSummary;
import vn.commendation.revocation.Revocations;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Proposing, following and closing revocations. */
@Controller
@RequestMapping("/revocations")
class RevocationController {

  private static final String REVOCATION = "/{id:[0-9a-f-]{36}}";
  private static final String PROPOSAL = "proposal";
  private static final String ANSWER = "answer";
  private static final int PAGE_SIZE = 20;

  private final Revocations revocations;
  private final FormalDocuments documents;

  RevocationController(Revocations revocations, FormalDocuments documents) {
    this.revocations = revocations;
    this.documents = documents;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) RevocationStatus status,
      @RequestParam(defaultValue = "false") boolean overdue,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    model.addAttribute("status", status);
    model.addAttribute("overdue", overdue);
    model.addAttribute("statuses", RevocationStatus.values());
    model.addAttribute(
        "page",
        revocations.list(
            status, overdue, user.getName(), PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "revocation/list";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<RevocationSummary> export(
      @RequestParam(required = false) RevocationStatus status,
      @RequestParam(defaultValue = "false") boolean overdue,
      Principal user) {
    return ListExport.<RevocationSummary>of("revocation.list", "huy-bo-quyet-dinh")
        .filter("revocation.status", Label.of("revocation.status.", status))
        .filter("revocation.due", overdue ? new Label("list-filter.overdue") : null)
        .column("export.code", RevocationSummary::code)
        .column("revocation.awardee", RevocationSummary::nomineeName)
        .column("nomination.unit", RevocationSummary::unitName)
        .column("revocation.award", RevocationSummary::awardName)
        .column("revocation.status", one -> Label.of("revocation.status.", one.status()))
        .column("revocation.due", RevocationSummary::dueAt)
        .column("revocation.proposed-at", RevocationSummary::proposedAt)
        .rows(page -> revocations.list(status, overdue, user.getName(), page));
  }

  @GetMapping("/new")
  ModelAndView write(@RequestParam long award, Principal user, RedirectAttributes redirect) {
    var open = revocations.openFor(award);
    if (open.isPresent()) {
      redirect.addFlashAttribute("flash", "revocation.flash.already-open");
      return new ModelAndView("redirect:/revocations/" + open.get());
    }
    return form(HttpStatus.OK, award, user)
        .addObject(PROPOSAL, new ProposalFields(null, award, null, null, null));
  }

  @PostMapping
  ModelAndView propose(
      @ModelAttribute(PROPOSAL) ProposalFields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    if (binding.hasErrors() || fields.award() == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    try {
      revocations.propose(fields.toProposal(), user.getName());
    } catch (RevocationRefused refusal) {
      return form(refused(refusal, binding), fields.award(), user);
    }
    redirect.addFlashAttribute("flash", "revocation.flash.proposed");
    return new ModelAndView("redirect:/revocations/" + fields.id());
  }

  @GetMapping(REVOCATION)
  ModelAndView view(@PathVariable String id, Principal user) {
    return page(HttpStatus.OK, id, user)
        .addObject(ANSWER, new BoardAnswerFields(null, null, null, null));
  }

  @PostMapping(REVOCATION + "/board-answer")
  ModelAndView recordBoardAnswer(
      @PathVariable String id,
      @ModelAttribute(ANSWER) BoardAnswerFields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    if (binding.hasErrors()) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, id, user);
    }
    try {
      revocations.recordBoardAnswer(id, fields.toAnswer(), user.getName());
    } catch (RevocationRefused refusal) {
      return page(refused(refusal, binding), id, user);
    }
    redirect.addFlashAttribute("flash", "revocation.flash.recorded");
    return new ModelAndView("redirect:/revocations/{id}");
  }

  @PostMapping(REVOCATION + "/rechecks/{awardId}")
  ModelAndView recheck(
      @PathVariable String id,
      @PathVariable long awardId,
      @RequestParam(defaultValue = "") String note,
      Principal user,
      RedirectAttributes redirect) {
    return record(
        id,
        user,
        redirect,
        () -> revocations.recheck(id, awardId, Texts.trimmed(note), user.getName()));
  }

  @PostMapping(REVOCATION + "/recoveries")
  ModelAndView recordRecovery(
      @PathVariable String id,
      @RequestParam UUID recoveryId,
      @RequestParam(defaultValue = "") String note,
      Principal user,
      RedirectAttributes redirect) {
    return record(
        id,
        user,
        redirect,
        () ->
            revocations.recordRecovery(
                id, recoveryId.toString(), Texts.trimmed(note), user.getName()));
  }

  @ExceptionHandler(NoSuchElementException.class)
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  private ModelAndView record(
      String id, Principal user, RedirectAttributes redirect, Runnable work) {
    try {
      work.run();
    } catch (RevocationRefused refusal) {
      return page(status(refusal), id, user)
          .addObject(ANSWER, new BoardAnswerFields(null, null, null, null))
          .addObject("refused", refusal.textKey());
    }
    redirect.addFlashAttribute("flash", "revocation.flash.recorded");
    return new ModelAndView("redirect:/revocations/{id}");
  }

  private ModelAndView form(HttpStatus status, long award, Principal user) {
    return new ModelAndView("revocation/new", status)
        .addObject("award", revocations.award(award, user.getName()))
        .addObject("causes", RevocationCause.values());
  }

  private ModelAndView page(HttpStatus status, String id, Principal user) {
    return new ModelAndView("revocation/view", status)
        .addObject(
            "revocation",
            revocations.details(id, user.getName()).orElseThrow(NoSuchElementException::new))
        .addObject("papers", documents.list(DocumentSubject.REVOCATION, id, user.getName()))
        .addObject("recoveryId", UUID.randomUUID());
  }

  private static HttpStatus refused(RevocationRefused refusal, BindingResult binding) {
    if (refusal.field() == null) {
      binding.reject(refusal.textKey());
    } else {
      binding.rejectValue(refusal.field(), refusal.textKey());
    }
    return status(refusal);
  }

  private static HttpStatus status(RevocationRefused refusal) {
    return refusal.field() == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
  }
}
