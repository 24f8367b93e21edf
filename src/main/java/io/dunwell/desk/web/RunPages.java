package io.dunwell.desk.web;

import io.dunwell.dunning.DailyRuns;
import io.dunwell.dunning.RunReport;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.export.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The daily runs: what each did, and why it left an account alone. */
@DeskPage
class RunPages {

  private static final Download<RunAccountRow> FILE =
      new Download<>(
          "daily-run",
          List.of(
              Column.text("Customer"),
              Column.text("Name"),
              Column.text("Currency"),
              Column.text("Outcome"),
              Column.text("Step"),
              Column.text("Why not")),
          r ->
              new @Nullable Object[] {
                r.number(), r.name(), r.currency(), r.outcome(), r.step(), r.sentence()
              });

  private final DailyRuns runs;
  private final Lists lists;
  private final Notes notes;

  RunPages(DailyRuns runs, Lists lists, Notes notes) {
    this.runs = runs;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/daily-runs")
  String list(Asked asked, @RequestParam(required = false) @Nullable Boolean dry, Model model) {
    Query query = all();
    if (!Boolean.TRUE.equals(dry)) {
      query.where("not r.dry_run");
    }
    model.addAttribute("runs", lists.page(query, asked, RunRow::read));
    model.addAttribute("dry", dry);
    return "desk/runs";
  }

  @GetMapping("/daily-runs/{id}")
  @Nullable String one(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String outcome,
      Asked asked,
      Model model,
      HttpServletResponse response)
      throws IOException {
    Query accounts = accounts(id, outcome);
    if (asked.file().isPresent()) {
      FILE.send(
          response,
          asked.file().get(),
          reader -> lists.each(accounts, asked.sort(), RunAccountRow::read, reader));
      return null;
    }
    model.addAttribute("run", run(id));
    model.addAttribute("accounts", lists.page(accounts, asked, RunAccountRow::read));
    model.addAttribute("outcome", outcome);
    return "desk/run";
  }

  @PostMapping("/daily-runs")
  @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
  String start(
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Principal by,
      RedirectAttributes flash) {
    RunReport report = runs.run(date, dryRun, new Actor(by.getName()));
    notes.add(flash, dryRun ? "runs.dry.done" : "runs.done");
    return "redirect:/daily-runs/" + report.id();
  }

  private RunRow run(UUID id) {
    Page<RunRow> found =
        lists.page(all().where("r.id = :id", "id", id), new Asked(0, null, null), RunRow::read);
    if (found.content().isEmpty()) {
      throw new RuleViolation("run.unknown", "There is no such daily run.");
    }
    return found.content().get(0);
  }

  private static Query all() {
    return Query.select("r.*", "dunning.v_run r")
        .sortedBy(
            Map.of("day", "r.run_on", "acted", "r.acted", "skipped", "r.skipped"),
            "-day",
            "r.started_at desc");
  }

  private static Query accounts(UUID run, @Nullable String outcome) {
    return Query.select(
            "a.*, c.number, c.name, n.letter",
            "dunning.v_run_account a join party.v_customer c on c.id = a.customer"
                + " left join dunning.v_notice n on n.id = a.notice")
        .where("a.run = :run", "run", run)
        .where("a.outcome = :outcome", "outcome", outcome)
        .sortedBy(
            Map.of("customer", "c.number", "name", "lower(c.name)", "outcome", "a.outcome"),
            "outcome",
            "c.number, a.currency");
  }
}
