package io.dunwell.exchange.web;

import io.dunwell.exchange.Profiles;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mapping profiles as YAML to read, to edit and to take along. */
@DeskPage
class ProfilePages {

  private static final Columns<Profiles.Version> COLUMNS =
      Columns.<Profiles.Version>of("import-profiles")
          .text("name", "profiles.name", v -> v.profile().name())
          .word("kind", "profiles.kind", "imports.kind.", v -> v.profile().kind().text())
          .text("description", "profiles.description", v -> v.profile().description())
          .number("version", "profiles.version", Profiles.Version::version);

  private final Profiles profiles;
  private final Lists lists;
  private final Notes notes;

  ProfilePages(Profiles profiles, Lists lists, Notes notes) {
    this.profiles = profiles;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/import-profiles")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("exchange/profiles", params);
    page.list("profiles", lists.of(COLUMNS, profiles.all()));
    return page.answer();
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
    notes.add(flash, "imports.note.profile", saved.version());
    return "redirect:/import-profiles/" + saved.profile().name();
  }
}
