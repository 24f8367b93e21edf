package io.dunwell.desk.web;

import io.dunwell.shared.DeskPage;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs doing today. */
@DeskPage
class HomePage {

  @GetMapping("/")
  String home() {
    return "desk/home";
  }
}
