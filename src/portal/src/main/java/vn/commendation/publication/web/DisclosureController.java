package vn.commendation.publication.web;

import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.directory.Directory;
import vn.commendation.publication.DisclosureList;
import vn.commendation.publication.DisclosureSummary;
import vn.commendation.publication.DisclosureView;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.Letter;
import vn.commendation.publication.ObjectionRefused;
import vn.commendation.publication.ObjectionView;
import vn.commendation.publication.Objections;
import vn.commendation.spreadsheet.ListExport;

/** Lists for everybody to see, objections of those who are logged in, and letters. */
@Controller
@RequestMapping("/disclosures")
class DisclosureController {

  private static final String LIST = "/{dossierId:[0-9a-f-]{36}}";
  private static final String FIELDS = "objection";
  private static final String LETTER = "letter";
  private static final int PAGE_SIZE = 20;

  private final Disclosures disclosures;
  private final Objections objections;
  private final Directory directory;
  private final String officeAddress;

  DisclosureController(
      Disclosures disclosures,
      Objections objections,
      Directory directory,
      @Value("${commendation.publication.office-address}") String officeAddress) {
    this.disclosures = disclosures;
    this.objections = objections;
    this.directory = directory;
    this.officeAddress = officeAddress;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "0") int page, Model model) {
    model.addAttribute("page", disclosures.list(PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "publication/list";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<DisclosureSummary> export() {
    return ListExport.<DisclosureSummary>of("publication.lists", "danh-sach-cong-khai")
        .wide("dossier.title", DisclosureSummary::title)
        .column("export.nominees", DisclosureSummary::nominees)
        .column("export.from", DisclosureSummary::from)
        .column("export.until", DisclosureSummary::until)
        .rows(disclosures::list);
  }

  /** The nominees of one list. */
  @GetMapping(path = LIST, params = "format=xlsx")
  ListExport<DisclosureList.Line> exportList(@PathVariable String dossierId) {
    var list = find(dossierId).list();
    return ListExport.<DisclosureList.Line>of("publication.lists", "danh-sach-cong-khai")
        .filter("dossier.title", list.title())
        .column("publication.nominee", DisclosureList.Line::nomineeName)
        .column("publication.unit", DisclosureList.Line::unitName)
        .column("publication.award", DisclosureList.Line::awardName)
        .wide("publication.achievement", DisclosureList.Line::title)
        .rows(list.lines());
  }

  /** For the Office, as the page; whoever objects finds only what he wrote. */
  @GetMapping(path = LIST + "/objections", params = "format=xlsx")
  ListExport<ObjectionView> exportObjections(@PathVariable String dossierId, Principal user) {
    var office = Objections.mayKnowWhoObjects(directory.account(user.getName()));
    var export =
        ListExport.<ObjectionView>of("publication.objections", "kien-nghi")
            .filter("dossier.title", find(dossierId).list().title())
            .column("publication.nominee", one -> one.objection().nomineeName())
            .column("publication.raised-at", one -> one.objection().raisedAt());
    if (office) {
      export
          .column("publication.raised-by", ObjectionView::raisedByName)
          .column("publication.contact", one -> one.objection().contact());
    }
    return export
        .wide("publication.text", one -> one.objection().text())
        .wide("export.resolution", one -> one.objection().resolution())
        .column("export.resolved-at", one -> one.objection().resolvedAt())
        .rows(objections.seenBy(user.getName(), dossierId));
  }

  @GetMapping(LIST)
  String view(@PathVariable String dossierId, Model model) {
    model.addAttribute("disclosure", find(dossierId));
    model.addAttribute("officeAddress", officeAddress);
    return "publication/view";
  }

  @GetMapping(LIST + "/objections")
  String objections(@PathVariable String dossierId, Principal user, Model model) {
    model.addAttribute("disclosure", find(dossierId));
    model.addAttribute("objections", objections.seenBy(user.getName(), dossierId));
    model.addAttribute("office", Objections.mayKnowWhoObjects(directory.account(user.getName())));
    return "publication/objections";
  }

  @GetMapping(LIST + "/objections/new")
  ModelAndView write(
      @PathVariable String dossierId, @RequestParam(required = false) String nominee) {
    var fields = new ObjectionFields(null, nominee, null, null);
    return form(HttpStatus.OK, dossierId).addObject(FIELDS, fields);
  }

  @PostMapping(LIST + "/objections")
  ModelAndView raise(
      @PathVariable String dossierId,
      @ModelAttribute(FIELDS) ObjectionFields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    find(dossierId);
    try {
      objections.raise(
          fields.id(),
          dossierId,
          fields.nominationId(),
          fields.text(),
          fields.contact(),
          user.getName());
    } catch (ObjectionRefused refusal) {
      if (refusal.field() == null) {
        binding.reject(refusal.textKey());
        return form(HttpStatus.CONFLICT, dossierId);
      }
      binding.rejectValue(refusal.field(), refusal.textKey());
      return form(HttpStatus.UNPROCESSABLE_ENTITY, dossierId);
    }
    redirect.addFlashAttribute("flash", "publication.flash.raised");
    return new ModelAndView("redirect:/disclosures/{dossierId}/objections");
  }

  @GetMapping(LIST + "/objections/letter")
  ModelAndView writeLetter(@PathVariable String dossierId) {
    return letterForm(HttpStatus.OK, dossierId)
        .addObject(LETTER, new LetterFields(null, null, null, null, null, null, null));
  }

  @PostMapping(LIST + "/objections/letter")
  ModelAndView enterLetter(
      @PathVariable String dossierId,
      @ModelAttribute(LETTER) LetterFields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    find(dossierId);
    if (binding.hasErrors()) {
      return letterForm(HttpStatus.UNPROCESSABLE_ENTITY, dossierId);
    }
    try {
      objections.enter(
          new Letter(
              fields.id(),
              dossierId,
              fields.nominationId(),
              fields.name(),
              fields.contact(),
              fields.email(),
              fields.text(),
              fields.receivedOn()),
          user.getName());
    } catch (ObjectionRefused refusal) {
      if (refusal.field() == null) {
        binding.reject(refusal.textKey());
        return letterForm(HttpStatus.CONFLICT, dossierId);
      }
      binding.rejectValue(refusal.field(), refusal.textKey());
      return letterForm(HttpStatus.UNPROCESSABLE_ENTITY, dossierId);
    }
    redirect.addFlashAttribute("flash", "publication.flash.letter-entered");
    return new ModelAndView("redirect:/disclosures/{dossierId}/objections");
  }

  private ModelAndView letterForm(HttpStatus status, String dossierId) {
    return new ModelAndView("publication/letter", status).addObject("disclosure", find(dossierId));
  }

  private ModelAndView form(HttpStatus status, String dossierId) {
    return new ModelAndView("publication/objection", status)
        .addObject("disclosure", find(dossierId));
  }

  private DisclosureView find(String dossierId) {
    return disclosures
        .find(dossierId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
