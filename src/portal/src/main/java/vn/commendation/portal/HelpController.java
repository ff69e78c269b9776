package vn.commendation.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How the portal is used without a mouse. */
@Controller
class HelpController {

  @GetMapping("/help/keyboard")
  String keyboard() {
    return "keyboard";
  }
}
