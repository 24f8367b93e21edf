package io.dunwell.dunning.web;

import io.dunwell.dunning.DailyRuns;
import io.dunwell.dunning.RunReport;
import io.dunwell.pages.Asked;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Cockpit;
import io.dunwell.workflow.Tasks;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The daily runs: what each did, and why it left an account alone. */
@DeskPage
class RunPages {

  private static final Columns<RunRow> RUNS =
      Columns.<RunRow>of("daily-runs")
          .date("day", "runs.day", RunRow::runOn)
          .word("status", "holds.state", "runs.status.", RunRow::status)
          .text("dry", "runs.dry", RunRow::dryRun)
          .number("candidates", "runs.candidates", RunRow::candidates)
          .number("acted", "runs.acted", RunRow::acted)
          .number("skipped", "runs.skipped", RunRow::skipped)
          .number("failed", "runs.failed", RunRow::failed)
          .number("closed", "runs.closed", RunRow::casesClosed)
          .text("by", "receipt.by", RunRow::startedBy);

  private static final Columns<RunAccountRow> ACCOUNTS =
      Columns.<RunAccountRow>of("daily-run")
          .text("customer", "customers.number", RunAccountRow::number)
          .text("name", "customers.name", RunAccountRow::name)
          .text("currency", "customers.currency", RunAccountRow::currency)
          .word("outcome", "runs.outcome", "runs.outcome.", RunAccountRow::outcome)
          .word("step", "policies.step", "step.", RunAccountRow::step)
          .text("sentence", "runs.whynot", RunAccountRow::sentence);

  private final DailyRuns runs;
  private final Lists lists;
  private final Cockpit cockpit;
  private final Tasks tasks;
  private final Notes notes;

  RunPages(DailyRuns runs, Lists lists, Cockpit cockpit, Tasks tasks, Notes notes) {
    this.runs = runs;
    this.lists = lists;
    this.cockpit = cockpit;
    this.tasks = tasks;
    this.notes = notes;
  }

  /** What the list of runs is narrowed to. */
  record Filter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Boolean dry) {}

  @GetMapping("/daily-runs")
  ModelAndView list(@RequestParam Map<String, String> params, Filter filter) {
    Query query =
        RunRow.all()
            .where("r.run_on >= :from", "from", filter.from())
            .where("r.run_on <= :to", "to", filter.to())
            .find(params.getOrDefault("q", ""), "r.started_by", "r.status", "r.run_on::text");
    if (!Boolean.TRUE.equals(filter.dry())) {
      query.where("not r.dry_run");
    }
    ListPage page = lists.page("dunning/runs", params);
    List<String> running =
        page.list("runs", lists.of(RUNS, query, RunRow::read)).stream()
            .filter(run -> !run.status().equals("FINISHED"))
            .map(run -> run.id().toString())
            .toList();
    return page.with("filter", filter).with("cockpit", cockpit.linksTo(running)).answer();
  }

  @GetMapping("/daily-runs/{id}")
  ModelAndView one(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String outcome,
      @RequestParam Map<String, String> params) {
    ListPage page = lists.page("dunning/run", params);
    Query accounts = RunAccountRow.of(id, outcome, params.getOrDefault("q", ""));
    List<String> cases =
        page.list("accounts", lists.of(ACCOUNTS, accounts, RunAccountRow::read)).stream()
            .flatMap(row -> Stream.ofNullable(row.openCase()))
            .map(UUID::toString)
            .toList();
    return page.with("run", run(id))
        .with("outcome", outcome)
        .with("whole", cockpit.linkTo(id.toString()).orElse(null))
        .with("cockpit", cockpit.linksTo(cases))
        .with("tasks", tasks.about(cases))
        .answer();
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
    Query one = RunRow.all().where("r.id = :id", "id", id);
    return lists.of(RUNS, one, RunRow::read).page(Asked.of("", Map.of())).rows().stream()
        .findFirst()
        .orElseThrow(() -> new RuleViolation("run.unknown", "There is no such daily run."));
  }
}
