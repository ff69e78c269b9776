package vn.commendation.facts.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.directory.Directory;
import vn.commendation.directory.Person;
import vn.commendation.directory.Role;
import vn.commendation.directory.Unit;
import vn.commendation.facts.FactRefused;

/** What the pages of all registers have in common. */
class Desk {

  private static final String FIELDS = "fields";
  private static final int PAGE_SIZE = 20;

  private final Directory directory;

  Desk(Directory directory) {
    this.directory = directory;
  }

  /** A unit and its people, to choose from. */
  record UnitChoice(Unit unit, List<Person> people) {}

  static String text(String typed) {
    return StringUtils.hasText(typed) ? typed.strip() : null;
  }

  static Pageable page(int number) {
    return PageRequest.of(Math.max(number, 0), PAGE_SIZE);
  }

  boolean mayWrite(String username) {
    return directory.account(username).has(Role.OFFICE_OFFICER, Role.OFFICE_CHIEF);
  }

  List<UnitChoice> choices() {
    var people =
        directory.everybody().stream().collect(Collectors.groupingBy(one -> one.unit().id()));
    return directory.units().stream()
        .map(unit -> new UnitChoice(unit, people.getOrDefault(unit.id(), List.of())))
        .toList();
  }

  static BindingResult bind(Object fields) {
    return new BeanPropertyBindingResult(fields, FIELDS);
  }

  /** The form of a new entry, empty or with what was typed and refused. */
  ModelAndView form(String view, BindingResult binding) {
    var status = binding.hasErrors() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
    return new ModelAndView(view, binding.getModel(), status).addObject("units", choices());
  }

  /** Enters what was typed; what is refused stands at its field afterwards. */
  static boolean entered(BindingResult binding, RedirectAttributes redirect, Runnable entering) {
    if (binding.hasErrors()) {
      return false;
    }
    try {
      entering.run();
    } catch (FactRefused refusal) {
      for (var problem : refusal.problems()) {
        binding.rejectValue(
            problem.field(), "fact-problem." + problem.code(), problem.args().toArray(), null);
      }
      return false;
    }
    redirect.addFlashAttribute("flash", "register.flash.entered");
    return true;
  }

  /** Changes an entry of the list, and leads back to it; a refusal is said above the list. */
  static ModelAndView change(
      Runnable changing,
      String flash,
      String list,
      RedirectAttributes redirect,
      Model model,
      Supplier<String> listAgain) {
    try {
      changing.run();
    } catch (FactRefused refusal) {
      model.addAttribute("refused", refusal.problems());
      return new ModelAndView(listAgain.get(), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    redirect.addFlashAttribute("flash", flash);
    return new ModelAndView("redirect:" + list);
  }
}
