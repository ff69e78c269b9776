package vn.commendation.notification.web;

import java.security.Principal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.commendation.notification.Delivery;
import vn.commendation.notification.NoticeKind;
import vn.commendation.notification.NoticeSettings;

/** How somebody wants to be told. */
@Controller
@RequestMapping("/notifications/settings")
class SettingsController {

  private final NoticeSettings settings;

  SettingsController(NoticeSettings settings) {
    this.settings = settings;
  }

  @GetMapping
  String show(Principal user, Model model) {
    model.addAttribute("choices", settings.of(user.getName()));
    model.addAttribute("kinds", NoticeKind.values());
    model.addAttribute("hours", IntStream.range(0, 24).boxed().toList());
    return "notification/settings";
  }

  /** What is not among the choices is left as it was. */
  @PostMapping
  String save(
      @RequestParam Map<String, String> fields, Principal user, RedirectAttributes redirect) {
    var before = settings.of(user.getName());
    var deliveries = new EnumMap<NoticeKind, Delivery>(NoticeKind.class);
    for (var kind : NoticeKind.values()) {
      deliveries.put(kind, chosen(kind, fields).orElse(before.deliveries().get(kind)));
    }
    settings.choose(
        user.getName(),
        new NoticeSettings.Choices(
            fields.getOrDefault("language", before.language()),
            hour(fields.get("digestHour")).orElse(before.digestHour()),
            deliveries));
    redirect.addFlashAttribute("flash", "flash.notice-settings-saved");
    // the portal speaks the language that was chosen
    redirect.addAttribute("lang", settings.of(user.getName()).language());
    return "redirect:/notifications/settings";
  }

  private static Optional<Delivery> chosen(NoticeKind kind, Map<String, String> fields) {
    return kind.choices().stream()
        .filter(delivery -> delivery.name().equals(fields.get(kind.name())))
        .findFirst();
  }

  private static Optional<Integer> hour(String text) {
    return IntStream.range(0, 24).boxed().filter(hour -> hour.toString().equals(text)).findFirst();
  }
}
