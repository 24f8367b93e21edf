package io.dunwell.exchange.web;

import io.dunwell.exchange.Profiles;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mapping profiles as YAML to read, to edit and to take along. */
@DeskPage
class ProfilePages {

  private final Profiles profiles;
  private final MessageSource messages;

  ProfilePages(Profiles profiles, MessageSource messages) {
    this.profiles = profiles;
    this.messages = messages;
  }

  @GetMapping("/import-profiles")
  String list(Model model) {
    model.addAttribute("profiles", profiles.all());
    return "exchange/profiles";
  }

  /** A new profile starts from Dunwell's own layout. */
  @GetMapping("/import-profiles/new")
  String fresh(Model model) {
    String yaml = Profiles.yaml(profiles.get("standard-ledger").profile());
    model.addAttribute("yaml", yaml.replaceFirst("(?m)^name: .*\\R", ""));
    return "exchange/profile";
  }

  @GetMapping("/import-profiles/{name}")
  String one(@PathVariable String name, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("yaml", Profiles.yaml(profiles.get(name).profile()));
    return "exchange/profile";
  }

  @GetMapping("/import-profiles/{name}/yaml")
  ResponseEntity<byte[]> export(@PathVariable String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".yaml\"")
        .body(Profiles.yaml(profiles.get(name).profile()).getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/import-profiles")
  @PreAuthorize("hasAnyRole('ADMIN','ACCOUNTS','MANAGER','BILLING')")
  String put(
      @RequestParam String name,
      @RequestParam String yaml,
      Principal by,
      RedirectAttributes flash) {
    Profiles.Version saved = profiles.put(name.strip(), yaml, new Actor(by.getName()));
    flash.addFlashAttribute(
        "notice",
        messages.getMessage(
            "imports.note.profile",
            new Object[] {saved.version()},
            LocaleContextHolder.getLocale()));
    return "redirect:/import-profiles/" + saved.profile().name();
  }
}
