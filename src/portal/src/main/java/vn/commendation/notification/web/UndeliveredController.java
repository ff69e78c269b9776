package vn.commendation.notification.web;

import java.security.Principal;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.notification.UndeliveredMails;

/** Mail that did not arrive. */
@Controller
@RequestMapping("/operations/mails")
class UndeliveredController {

  private static final int PAGE_SIZE = 20;

  private final UndeliveredMails mails;

  UndeliveredController(UndeliveredMails mails) {
    this.mails = mails;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "0") int page, Principal user, Model model) {
    model.addAttribute(
        "page", mails.list(user.getName(), PageRequest.of(Math.max(page, 0), PAGE_SIZE)));
    model.addAttribute("failed", mails.failed());
    return "notification/undelivered";
  }

  @PostMapping("/{id:[0-9a-f-]{36}}/send")
  String sendAgain(@PathVariable String id, Principal user, RedirectAttributes redirect) {
    mails.sendAgain(id, user.getName());
    redirect.addFlashAttribute("flash", "flash.mail-sent-again");
    return "redirect:/operations/mails";
  }
}
