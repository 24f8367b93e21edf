package io.dunwell.replay.web;

import io.dunwell.dunning.Policies;
import io.dunwell.exchange.Profiles;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.replay.People;
import io.dunwell.replay.ReplayId;
import io.dunwell.replay.ReplayReport;
import io.dunwell.replay.ReplayView;
import io.dunwell.replay.Replays;
import io.dunwell.replay.web.UploadedLedger.Wanted;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.DeskPage;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Replays: what the ladder would have done with a historic ledger. */
@DeskPage
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN', 'AUDITOR')")
class ReplayPages {

  private static final String RUNS = "hasAnyRole('MANAGER', 'ADMIN')";

  /** A replay is a database: nobody keeps as many. */
  private static final int MOST = 1000;

  private final Replays replays;
  private final UploadedLedger uploads;
  private final Profiles profiles;
  private final Policies policies;
  private final Lists lists;
  private final Notes notes;

  ReplayPages(
      Replays replays,
      UploadedLedger uploads,
      Profiles profiles,
      Policies policies,
      Lists lists,
      Notes notes) {
    this.replays = replays;
    this.uploads = uploads;
    this.profiles = profiles;
    this.policies = policies;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/replays")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("replay/replays", params);
    page.list("replays", lists.of(ReplayTables.REPLAYS, replays.newestFirst(0, MOST)));
    return page.with("profiles", Books.LIVE.within(profiles::all))
        .with("policies", Books.LIVE.within(policies::all))
        .answer();
  }

  @GetMapping("/replays/{id}")
  ModelAndView one(@PathVariable String id, @RequestParam Map<String, String> params) {
    ReplayView view = replays.view(new ReplayId(id));
    ReplayReport report = view.report();
    ListPage page = lists.page("replay/replay", params);
    if (report != null) {
      page.also("notices", lists.of(ReplayTables.NOTICES, report.noticesPerStage()));
      page.also("levels", lists.of(ReplayTables.LEVELS, report.levelsReached()));
      page.also("left", lists.of(ReplayTables.LEFT, ReplayTables.left(report)));
      page.also("monthEnds", lists.of(ReplayTables.MONTH_ENDS, ReplayTables.monthEnds(report)));
      page.with("figures", ReplayFigures.of(report));
    }
    return page.with("run", view).with("report", report).answer();
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
    ReplayId id =
        uploads.replay(
            file, new Wanted(profile, policy, from, to, people), new Actor(by.getName()));
    return "redirect:/replays/" + id.value();
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
