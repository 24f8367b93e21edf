package io.dunwell.access.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to log in on. */
@Controller
class LoginPage {

  @GetMapping("/login")
  String login() {
    return "access/login";
  }
}
