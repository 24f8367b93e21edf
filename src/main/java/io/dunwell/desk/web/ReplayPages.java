package io.dunwell.desk.web;

import io.dunwell.dunning.Policies;
import io.dunwell.exchange.Profiles;
import io.dunwell.replay.People;
import io.dunwell.replay.ReplayId;
import io.dunwell.replay.ReplayRequest;
import io.dunwell.replay.ReplayView;
import io.dunwell.replay.Replays;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Replays: what the ladder would have done with a historic ledger. */
@DeskPage
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN', 'AUDITOR')")
class ReplayPages {

  private static final String RUNS = "hasAnyRole('MANAGER', 'ADMIN')";

  private final Replays replays;
  private final Profiles profiles;
  private final Policies policies;
  private final Notes notes;

  ReplayPages(Replays replays, Profiles profiles, Policies policies, Notes notes) {
    this.replays = replays;
    this.profiles = profiles;
    this.policies = policies;
    this.notes = notes;
  }

  @GetMapping("/replays")
  String list(Asked asked, Model model) {
    int page = asked.number();
    model.addAttribute(
        "replays",
        new Page<>(replays.newestFirst(page, Lists.SIZE), page, Lists.SIZE, replays.count()));
    model.addAttribute("profiles", profiles.all());
    model.addAttribute("policies", policies.all());
    return "desk/replays";
  }

  @GetMapping("/replays/{id}")
  String one(@PathVariable String id, Model model) {
    ReplayView view = replays.view(new ReplayId(id));
    model.addAttribute("run", view);
    model.addAttribute("report", view.report());
    return "desk/replay";
  }

  @PostMapping("/replays")
  @PreAuthorize(RUNS)
  String start(
      @RequestParam MultipartFile file,
      @RequestParam String profile,
      @RequestParam String policy,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam People people,
      Principal by)
      throws IOException {
    Path copy = Files.createTempFile("replay", ".upload");
    try {
      file.transferTo(copy);
      String name = file.getOriginalFilename();
      ReplayRequest request =
          new ReplayRequest(
              copy,
              name == null || name.isBlank() ? "ledger" : name,
              profile,
              policy,
              from,
              to,
              people);
      return "redirect:/replays/" + replays.start(request, new Actor(by.getName())).value();
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  @PostMapping("/replays/{id}/stop")
  @PreAuthorize(RUNS)
  String stop(@PathVariable String id, RedirectAttributes flash) {
    replays.stop(new ReplayId(id));
    notes.add(flash, "replays.stopping");
    return "redirect:/replays/" + id;
  }

  @PostMapping("/replays/{id}/drop")
  @PreAuthorize(RUNS)
  String drop(@PathVariable String id, Principal by, RedirectAttributes flash) {
    replays.drop(new ReplayId(id), new Actor(by.getName()));
    notes.add(flash, "replays.dropped");
    return "redirect:/replays";
  }
}
