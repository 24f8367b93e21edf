package io.dunwell.access.web;

import io.dunwell.platform.Installation;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page to log in on. */
@Controller
class LoginPage {

  private final Installation installation;

  LoginPage(Installation installation) {
    this.installation = installation;
  }

  @GetMapping("/login")
  String login(Model model, @Nullable Principal user) {
    model.addAttribute("demo", installation.demo());
    return user == null ? "access/login" : "redirect:/";
  }
}
