package vn.commendation.notification.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import vn.commendation.notification.Bell;

/** The bell: what somebody was told, and where it leads. */
@Controller
@RequestMapping("/notifications")
class NotificationController {

  private static final String NOTICE = "/{id:[0-9a-f-]{36}}";
  private static final int PAGE_SIZE = 20;

  private final Bell bell;
  private final Clock clock;

  NotificationController(Bell bell, Clock clock) {
    this.bell = bell;
    this.clock = clock;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      Locale language,
      Model model) {
    model.addAttribute("unread", unread);
    model.addAttribute("shownAt", clock.instant().toEpochMilli());
    model.addAttribute(
        "page",
        bell.list(user.getName(), unread, PageRequest.of(Math.max(page, 0), PAGE_SIZE), language));
    return "notification/list";
  }

  /** Links in mail end here: on to the task, or to the page with a word that it is done. */
  @GetMapping(NOTICE)
  RedirectView open(@PathVariable String id, Principal user, RedirectAttributes redirect) {
    var target =
        bell.open(id, user.getName())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (target.done()) {
      redirect.addFlashAttribute("flash", "flash.task-done");
    }
    var view = new RedirectView(target.address().toString(), true);
    view.setExpandUriTemplateVariables(false);
    return view;
  }

  @PostMapping(NOTICE + "/read")
  String read(
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "0") int page,
      Principal user,
      RedirectAttributes redirect) {
    bell.read(id, user.getName());
    redirect.addAttribute("unread", unread).addAttribute("page", Math.max(page, 0));
    return "redirect:/notifications";
  }

  /** What came after the list was shown stays unread. */
  @PostMapping("/read")
  String readAll(@RequestParam long shownAt, Principal user, RedirectAttributes redirect) {
    bell.readAll(user.getName(), Instant.ofEpochMilli(shownAt));
    redirect.addFlashAttribute("flash", "flash.notices-read");
    return "redirect:/notifications";
  }
}
