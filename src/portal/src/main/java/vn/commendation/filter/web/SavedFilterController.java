package vn.commendation.filter.web;

import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.filter.FilterRefused;
import vn.commendation.filter.FilteredList;
import vn.commendation.filter.SavedFilter;
import vn.commendation.filter.SavedFilters;

/** Keeping, naming and forgetting filters. */
@Controller
@RequestMapping("/filters")
class SavedFilterController {

  private static final String FLASH = "flash";

  private final SavedFilters filters;

  SavedFilterController(SavedFilters filters) {
    this.filters = filters;
  }

  @GetMapping
  ModelAndView manage(Principal user) {
    return page(user, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView save(
      @RequestParam FilteredList list,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String query,
      Principal user,
      RedirectAttributes redirect) {
    try {
      var saved = filters.save(list, name, query, user.getName());
      redirect.addFlashAttribute(FLASH, "filter.flash.saved");
      return new ModelAndView("redirect:" + saved.path());
    } catch (FilterRefused refused) {
      return refused(user, refused)
          .addObject("entered", new SavedFilter(0, list, name, query, false));
    }
  }

  @PostMapping("/{id}/rename")
  ModelAndView rename(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      Principal user,
      RedirectAttributes redirect) {
    return change(
        user, redirect, "filter.flash.renamed", () -> filters.rename(id, name, user.getName()));
  }

  @PostMapping("/{id}/open")
  ModelAndView open(
      @PathVariable long id,
      @RequestParam boolean opens,
      Principal user,
      RedirectAttributes redirect) {
    return change(
        user,
        redirect,
        opens ? "filter.flash.opens" : "filter.flash.opens-not",
        () -> filters.open(id, opens, user.getName()));
  }

  @PostMapping("/{id}/delete")
  ModelAndView delete(@PathVariable long id, Principal user, RedirectAttributes redirect) {
    return change(user, redirect, "filter.flash.deleted", () -> filters.delete(id, user.getName()));
  }

  private ModelAndView change(
      Principal user, RedirectAttributes redirect, String done, Runnable change) {
    try {
      change.run();
    } catch (FilterRefused refused) {
      return refused(user, refused);
    }
    redirect.addFlashAttribute(FLASH, done);
    return new ModelAndView("redirect:/filters");
  }

  private ModelAndView refused(Principal user, FilterRefused refused) {
    return page(user, HttpStatus.UNPROCESSABLE_ENTITY).addObject("refused", refused.code());
  }

  private ModelAndView page(Principal user, HttpStatus status) {
    var lists = new LinkedHashMap<FilteredList, List<SavedFilter>>();
    Arrays.stream(FilteredList.values())
        .forEach(
            list -> {
              var kept = filters.of(list, user.getName());
              if (!kept.isEmpty()) {
                lists.put(list, kept);
              }
            });
    return new ModelAndView("filter/manage", status).addObject("lists", lists);
  }
}
