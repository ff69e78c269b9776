package vn.commendation.award.web;

import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
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
import vn.commendation.award.Award;
import vn.commendation.award.AwardRule;
import vn.commendation.award.Awards;
import vn.commendation.award.Certainty;
import vn.commendation.award.CommendationType;
import vn.commendation.award.DecidingAuthority;
import vn.commendation.award.InitiativeLevel;
import vn.commendation.award.Procedure;
import vn.commendation.award.QuotaScope;
import vn.commendation.award.RuleSet;
import vn.commendation.award.RuleSets;
import vn.commendation.award.RuleTransition;
import vn.commendation.award.Rules;
import vn.commendation.award.RulesRefused;
import vn.commendation.award.SubjectKind;
import vn.commendation.award.VoteDenominator;
import vn.commendation.award.WorkRating;
import vn.commendation.spreadsheet.Label;
import vn.commendation.spreadsheet.ListExport;

/** Rule sets: reading for everybody, the next one for administrators. */
@Controller
@RequestMapping("/awards/rule-sets")
class RuleSetController {

  private static final String FIELDS = "fields";
  private static final String SET = "/{code:[A-Z0-9-]+}";
  private static final Map<String, Object[]> CHOICES =
      Map.of(
          "subject", SubjectKind.values(),
          "types", CommendationType.values(),
          "authority", DecidingAuthority.values(),
          "procedure", Procedure.values(),
          "rating", WorkRating.values(),
          "initiativeLevel", InitiativeLevel.values(),
          "quotaScope", QuotaScope.values(),
          "voteDenominator", VoteDenominator.values(),
          "certainty", Certainty.values());
  private static final String TO_SET = "redirect:/awards/rule-sets/";

  private final Rules rules;
  private final RuleSets ruleSets;
  private final Awards awards;
  private final Clock clock;

  RuleSetController(Rules rules, RuleSets ruleSets, Awards awards, Clock clock) {
    this.rules = rules;
    this.ruleSets = ruleSets;
    this.awards = awards;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list() {
    var today = LocalDate.now(clock);
    return new ModelAndView("award/rule-sets")
        .addObject(
            "sets", rules.sets().reversed().stream().map(set -> SetView.of(set, today)).toList())
        .addObject("discarded", ruleSets.discarded());
  }

  @GetMapping(params = "format=xlsx")
  ListExport<SetView> export() {
    var today = LocalDate.now(clock);
    return ListExport.<SetView>of("award.sets", "bo-quy-dinh")
        .column("award.set.code", view -> view.set().code())
        .wide("award.set.name", view -> view.set().name())
        .column("award.state", view -> Label.of("award-state.", view.state()))
        .column("signing.valid-from", view -> view.set().validFrom())
        .column("signing.valid-to", view -> view.set().validTo())
        .wide("award.basis", view -> view.set().legalBasis())
        .rows(rules.sets().reversed().stream().map(set -> SetView.of(set, today)).toList());
  }

  /** The rules of one set. */
  @GetMapping(path = SET, params = "format=xlsx")
  ListExport<AwardRule> exportSet(@PathVariable String code) {
    var set = rules.findSet(code).orElseThrow(RuleSetController::notFound);
    return RuleRows.columns(
            ListExport.<AwardRule>of("award.sets", "bo-quy-dinh-" + code.toLowerCase(Locale.ROOT))
                .filter("award.set", set.code() + " – " + set.name()),
            awards.all())
        .rows(rules.of(code));
  }

  @GetMapping(SET)
  ModelAndView view(@PathVariable String code, Principal user) {
    return set(HttpStatus.OK, code, user);
  }

  @PostMapping(SET + "/copy")
  ModelAndView copy(
      @PathVariable String code,
      @RequestParam String newCode,
      @RequestParam String name,
      @RequestParam String regime,
      @RequestParam String legalBasis,
      Principal user,
      RedirectAttributes redirect) {
    var draft =
        new RuleSet(
            newCode.strip(),
            regime.strip(),
            name.strip(),
            null,
            null,
            legalBasis.strip(),
            false,
            null);
    return change(
        () -> ruleSets.copy(code, draft, user.getName()),
        () -> set(HttpStatus.OK, code, user).addObject("typed", draft),
        TO_SET + draft.code(),
        "award.flash.copied",
        redirect);
  }

  @PostMapping(SET + "/transition")
  ModelAndView transition(
      @PathVariable String code,
      @RequestParam int version,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate receivedFrom,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate receivedBefore,
      @RequestParam String legalBasis,
      @RequestParam(required = false) Certainty certainty,
      @RequestParam String note,
      Principal user,
      RedirectAttributes redirect) {
    var typed =
        new RuleTransition(
            receivedFrom,
            receivedBefore,
            legalBasis.strip(),
            certainty,
            note.isBlank() ? null : note.strip());
    var nothing = receivedFrom == null && receivedBefore == null && legalBasis.isBlank();
    return change(
        () -> ruleSets.setTransition(code, version, nothing ? null : typed, user.getName()),
        () -> set(HttpStatus.OK, code, user).addObject("typedTransition", typed),
        TO_SET + code,
        "award.flash.transition-saved",
        redirect);
  }

  @PostMapping(SET + "/discard")
  ModelAndView discard(
      @PathVariable String code,
      @RequestParam int version,
      @RequestParam String reason,
      @RequestParam String confirmation,
      Principal user,
      RedirectAttributes redirect) {
    return change(
        () -> ruleSets.discard(code, version, confirmation.strip(), reason.strip(), user.getName()),
        () -> set(HttpStatus.OK, code, user).addObject("discardReason", reason),
        "redirect:/awards/rule-sets",
        "award.flash.discarded",
        redirect);
  }

  @PostMapping(SET + "/publish")
  ModelAndView publish(
      @PathVariable String code,
      @RequestParam int version,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate firstDay,
      Principal user,
      RedirectAttributes redirect) {
    return change(
        () -> ruleSets.publish(code, version, firstDay, user.getName()),
        () -> set(HttpStatus.OK, code, user).addObject("firstDay", firstDay),
        TO_SET + code,
        "award.flash.published",
        redirect);
  }

  @GetMapping(SET + "/rules/new")
  ModelAndView create(
      @PathVariable String code, @RequestParam(required = false) String award, Principal user) {
    var fields = RuleFields.empty(ruleSets.version(editable(code, user).code()), award);
    return row(code, new BeanPropertyBindingResult(fields, FIELDS));
  }

  @GetMapping(SET + "/rules/{id:\\d+}")
  ModelAndView edit(@PathVariable String code, @PathVariable long id, Principal user) {
    var version = ruleSets.version(editable(code, user).code());
    var fields =
        rules.of(code).stream()
            .filter(rule -> rule.id() == id)
            .findAny()
            .map(rule -> RuleFields.of(rule, version))
            .orElseThrow(RuleSetController::notFound);
    return row(code, new BeanPropertyBindingResult(fields, FIELDS));
  }

  @PostMapping(SET + "/rules")
  ModelAndView save(
      @PathVariable String code,
      @ModelAttribute(FIELDS) RuleFields fields,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    editable(code, user);
    if (binding.hasErrors()) {
      var page = row(code, binding);
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return page;
    }
    return change(
        () -> ruleSets.save(code, fields.version(), fields.toRule(code), user.getName()),
        () -> row(code, binding),
        TO_SET + code,
        "award.flash.row-saved",
        redirect);
  }

  @PostMapping(SET + "/rules/{id:\\d+}/remove")
  ModelAndView remove(
      @PathVariable String code,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam String reason,
      Principal user,
      RedirectAttributes redirect) {
    return change(
        () -> ruleSets.remove(code, version, id, reason.strip(), user.getName()),
        () -> set(HttpStatus.OK, code, user),
        TO_SET + code,
        "award.flash.row-removed",
        redirect);
  }

  /** Does it and goes on, or shows the page again with what was refused. */
  private static ModelAndView change(
      Runnable change,
      Supplier<ModelAndView> page,
      String next,
      String flash,
      RedirectAttributes redirect) {
    ModelAndView again;
    try {
      change.run();
      redirect.addFlashAttribute("flash", flash);
      return new ModelAndView(next);
    } catch (RulesRefused refusal) {
      again = page.get().addObject("refused", refusal.problems());
      again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    } catch (NoSuchElementException unknown) {
      throw notFound();
    } catch (ConcurrencyFailureException overtaken) {
      again = page.get().addObject("stale", true);
      again.setStatus(HttpStatus.CONFLICT);
    }
    return again;
  }

  private ModelAndView set(HttpStatus status, String code, Principal user) {
    var set = rules.findSet(code).orElseThrow(RuleSetController::notFound);
    var mayEdit = ruleSets.mayEdit(user.getName());
    return new ModelAndView("award/rule-set", status)
        .addObject("view", SetView.of(set, LocalDate.now(clock)))
        .addObject("rules", rules.of(code))
        .addObject("names", awards.all().stream().collect(toMap(Award::code, Function.identity())))
        .addObject("mayEdit", mayEdit)
        .addObject("mayChange", mayEdit && !set.published())
        .addObject("version", ruleSets.version(code))
        .addObject("problems", ruleSets.problems(code))
        .addObject("certainties", Certainty.values())
        .addObject("history", ruleSets.history(code));
  }

  private ModelAndView row(String code, BindingResult binding) {
    var all = awards.all();
    return new ModelAndView("award/rule-edit", binding.getModel())
        // a field that is no number leaves no object to ask
        .addObject("rowId", Long.valueOf(String.valueOf(binding.getFieldValue("id"))))
        .addObject("version", binding.getFieldValue("version"))
        .addObject("set", rules.findSet(code).orElseThrow(RuleSetController::notFound))
        .addObject("awards", all)
        .addObject("choices", CHOICES)
        .addObject("names", all.stream().collect(toMap(Award::code, Function.identity())));
  }

  /** The draft, for an administrator; a published set has no page to change it. */
  private RuleSet editable(String code, Principal user) {
    if (!ruleSets.mayEdit(user.getName())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    var set = rules.findSet(code).orElseThrow(RuleSetController::notFound);
    if (set.published()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return set;
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
