package vn.commendation.directory.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.directory.Directory;
import vn.commendation.directory.DirectoryRefused;
import vn.commendation.directory.NewSigningAssignment;
import vn.commendation.directory.Role;
import vn.commendation.directory.SigningAssignment;
import vn.commendation.directory.SigningAssignments;
import vn.commendation.directory.SigningCapacity;
import vn.commendation.directory.SigningMatter;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Who signs what, for how long. */
@Controller
@RequestMapping("/registers/signing")
class SigningController {

  private static final String LIST = "redirect:/registers/signing";
  private static final int PAGE_SIZE = 20;

  private final SigningAssignments assignments;
  private final Directory directory;
  private final Clock clock;

  SigningController(SigningAssignments assignments, Directory directory, Clock clock) {
    this.assignments = assignments;
    this.directory = directory;
    this.clock = clock;
  }

  /** What is typed to assign somebody to sign. */
  record Fields(
      Long personId,
      SigningCapacity capacity,
      Set<SigningMatter> matters,
      @DateTimeFormat(iso = ISO.DATE) LocalDate validFrom,
      @DateTimeFormat(iso = ISO.DATE) LocalDate validTo,
      String basis) {

    NewSigningAssignment wanted() {
      return new NewSigningAssignment(personId, capacity, matters, validFrom, validTo, text(basis));
    }
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Model model) {
    model.addAttribute("q", text(q));
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute(
        "mayEdit", directory.account(user.getName()).has(Role.ADMIN, Role.OFFICE_CHIEF));
    model.addAttribute(
        "page", assignments.search(text(q), PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    return "directory/signing";
  }

  @GetMapping(params = "format=xlsx")
  ListExport<SigningAssignment> export(@RequestParam(defaultValue = "") String q) {
    return ListExport.<SigningAssignment>of("register-name.signing", "phan-cong-ky")
        .filter("register.search", text(q))
        .column("signing.person", SigningAssignment::personName)
        .column("signing.capacity", one -> Label.of("signing-capacity.", one.capacity()))
        .wide(
            "signing.matters",
            one ->
                one.matters().stream()
                    .sorted()
                    .map(matter -> Label.of("signing-matter.", matter))
                    .toList())
        .column("signing.valid-from", SigningAssignment::validFrom)
        .column("signing.valid-to", SigningAssignment::validTo)
        .wide("signing.basis", SigningAssignment::basis)
        .rows(page -> assignments.search(text(q), page));
  }

  @GetMapping("/new")
  ModelAndView create() {
    return form(
        new BeanPropertyBindingResult(
            new Fields(null, null, Set.of(), LocalDate.now(clock), null, null), "fields"));
  }

  @PostMapping
  ModelAndView add(
      @ModelAttribute("fields") Fields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    if (!binding.hasErrors()) {
      try {
        assignments.add(fields.wanted(), user.getName());
        redirect.addFlashAttribute("flash", "signing.flash.assigned");
        return new ModelAndView(LIST);
      } catch (DirectoryRefused refusal) {
        binding.rejectValue(
            refusal.field(), "directory-problem." + refusal.code(), refusal.args(), null);
      }
    }
    return form(binding);
  }

  @PostMapping("/{id}/end")
  ModelAndView end(
      @PathVariable long id,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate lastDay,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      Model model,
      RedirectAttributes redirect) {
    try {
      assignments.end(id, lastDay, text(reason), user.getName());
    } catch (DirectoryRefused refusal) {
      model.addAttribute("refused", refusal);
      return new ModelAndView(
          list("", 0, user, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    redirect.addFlashAttribute("flash", "signing.flash.ended");
    return new ModelAndView(LIST);
  }

  private ModelAndView form(BindingResult binding) {
    var status = binding.hasErrors() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
    return new ModelAndView("directory/signing-new", binding.getModel(), status)
        .addObject("people", directory.everybody())
        .addObject("capacities", SigningCapacity.values())
        .addObject("matters", SigningMatter.values());
  }

  private static String text(String typed) {
    return StringUtils.hasText(typed) ? typed.strip() : null;
  }
}
