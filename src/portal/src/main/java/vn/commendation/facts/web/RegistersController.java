package vn.commendation.facts.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All registers at a glance. */
@Controller
class RegistersController {

  @GetMapping("/registers")
  String index() {
    return "facts/index";
  }
}
