package vn.commendation.campaign.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.award.Awards;
import vn.commendation.award.CommendationType;
import vn.commendation.award.Rules;
import vn.commendation.campaign.CampaignForm;
import vn.commendation.campaign.CampaignPlanning;
import vn.commendation.campaign.CampaignRefused;
import vn.commendation.directory.SigningCapacity;

/** Writing the plan of a campaign. */
@Controller
@RequestMapping("/campaigns")
class CampaignEditController {

  private static final String PLAN = "plan";

  private final CampaignPlanning planning;
  private final Awards awards;
  private final Rules rules;
  private final Clock clock;

  CampaignEditController(CampaignPlanning planning, Awards awards, Rules rules, Clock clock) {
    this.planning = planning;
    this.awards = awards;
    this.rules = rules;
    this.clock = clock;
  }

  /** Once it is made, nothing writes into a plan: the empty ceilings it left out stay out. */
  @InitBinder(PLAN)
  static void bindByConstructorOnly(WebDataBinder binder) {
    binder.setDeclarativeBinding(true);
  }

  @GetMapping("/new")
  ModelAndView create(Principal user) {
    return page(HttpStatus.OK, null, bind(planning.newForm(user.getName())));
  }

  @GetMapping("/{id}/edit")
  ModelAndView edit(@PathVariable long id, Principal user) {
    return page(HttpStatus.OK, id, bind(planning.form(id, user.getName())));
  }

  @PostMapping
  ModelAndView create(
      @ModelAttribute(PLAN) CampaignForm plan,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return save(null, () -> planning.create(plan, user.getName()), binding, redirect);
  }

  @PostMapping("/{id}")
  ModelAndView save(
      @PathVariable long id,
      @ModelAttribute(PLAN) CampaignForm plan,
      BindingResult binding,
      Principal user,
      RedirectAttributes redirect) {
    return save(
        id,
        () -> {
          planning.edit(id, plan, user.getName());
          return id;
        },
        binding,
        redirect);
  }

  private ModelAndView save(
      Long id, LongSupplier work, BindingResult binding, RedirectAttributes redirect) {
    var saved = binding.hasErrors() ? OptionalLong.empty() : attempt(work, binding);
    if (saved.isEmpty()) {
      return page(HttpStatus.UNPROCESSABLE_ENTITY, id, binding);
    }
    redirect.addFlashAttribute("flash", "campaign-flash.saved");
    return new ModelAndView("redirect:/campaigns/" + saved.getAsLong());
  }

  private static OptionalLong attempt(LongSupplier work, BindingResult binding) {
    try {
      return OptionalLong.of(work.getAsLong());
    } catch (CampaignRefused refusal) {
      for (var problem : refusal.problems()) {
        binding.rejectValue(
            problem.field(), "campaign-problem." + problem.code(), problem.args().toArray(), null);
      }
      return OptionalLong.empty();
    }
  }

  private static BindingResult bind(CampaignForm plan) {
    return new BeanPropertyBindingResult(plan, PLAN);
  }

  private ModelAndView page(HttpStatus status, Long id, BindingResult binding) {
    return new ModelAndView("campaign/edit", binding.getModel(), status)
        .addObject("id", id)
        .addObject("awards", awards.all())
        .addObject("authorities", rules.authorities(LocalDate.now(clock)))
        .addObject("units", planning.units())
        .addObject("capacities", List.of(SigningCapacity.HEAD, SigningCapacity.FOR_HEAD))
        .addObject(
            "types",
            Arrays.stream(CommendationType.values())
                .filter(type -> type != CommendationType.UNPLANNED)
                .toList());
  }
}
