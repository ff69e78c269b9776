package vn.commendation.publication.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
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
import vn.commendation.publication.DisclosureView;
import vn.commendation.publication.Disclosures;
import vn.commendation.publication.ObjectionRefused;
import vn.commendation.publication.PublicObjection;
import vn.commendation.publication.PublicObjections;

/**
 * Objecting without an account. Opening the link of the mail does nothing yet, for programs that
 * look at mail open links, too: a button does.
 */
@Controller
@RequestMapping("/disclosures")
class OutsiderController {

  private static final String LIST = "/{dossierId:[0-9a-f-]{36}}/object";
  private static final String FIELDS = "objection";

  private final Disclosures disclosures;
  private final PublicObjections objections;
  private final String officeAddress;

  OutsiderController(
      Disclosures disclosures,
      PublicObjections objections,
      @Value("${commendation.publication.office-address}") String officeAddress) {
    this.disclosures = disclosures;
    this.objections = objections;
    this.officeAddress = officeAddress;
  }

  @GetMapping(LIST)
  ModelAndView write(
      @PathVariable String dossierId,
      @RequestParam(required = false) String nominee,
      Principal user) {
    if (user != null) {
      return new ModelAndView("redirect:/disclosures/{dossierId}/objections/new");
    }
    return form(HttpStatus.OK, dossierId)
        .addObject(FIELDS, new OutsiderFields(null, nominee, null, null, null, false, null));
  }

  @PostMapping(LIST)
  ModelAndView send(
      @PathVariable String dossierId,
      @ModelAttribute(FIELDS) OutsiderFields fields,
      BindingResult binding,
      HttpServletRequest request) {
    find(dossierId);
    try {
      objections.submit(
          new PublicObjection(
              fields.id(),
              dossierId,
              fields.nominationId(),
              fields.name(),
              fields.email(),
              fields.text(),
              fields.consent(),
              fields.website()),
          request.getRemoteAddr());
    } catch (ObjectionRefused refusal) {
      if (refusal.field() == null) {
        binding.reject(refusal.textKey());
        return form(
            refusal.textKey().equals("publication.refused.too-many")
                ? HttpStatus.TOO_MANY_REQUESTS
                : HttpStatus.CONFLICT,
            dossierId);
      }
      binding.rejectValue(refusal.field(), refusal.textKey());
      return form(HttpStatus.UNPROCESSABLE_ENTITY, dossierId);
    }
    return new ModelAndView("redirect:/disclosures/{dossierId}/object/sent");
  }

  @GetMapping(LIST + "/sent")
  String sent(@PathVariable String dossierId, Model model) {
    model.addAttribute("disclosure", find(dossierId));
    return "publication/object-sent";
  }

  @GetMapping("/confirm/{token:[A-Za-z0-9_-]{43}}")
  ModelAndView ask(@PathVariable String token) {
    return page(token, HttpStatus.OK, false);
  }

  @PostMapping("/confirm/{token:[A-Za-z0-9_-]{43}}")
  ModelAndView confirm(@PathVariable String token) {
    try {
      objections.confirm(token);
    } catch (ObjectionRefused refusal) {
      return page(token, HttpStatus.CONFLICT, false).addObject("refused", refusal.textKey());
    }
    return page(token, HttpStatus.OK, true);
  }

  private ModelAndView page(String token, HttpStatus status, boolean confirmed) {
    var list = objections.listOf(token);
    return new ModelAndView(
            "publication/object-confirm", list.isEmpty() ? HttpStatus.NOT_FOUND : status)
        .addObject("list", list.orElse(null))
        .addObject("token", token)
        .addObject("confirmed", confirmed);
  }

  private ModelAndView form(HttpStatus status, String dossierId) {
    return new ModelAndView("publication/object", status)
        .addObject("disclosure", find(dossierId))
        .addObject("officeAddress", officeAddress);
  }

  private DisclosureView find(String dossierId) {
    return disclosures
        .find(dossierId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
