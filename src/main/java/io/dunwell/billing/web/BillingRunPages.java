package io.dunwell.billing.web;

import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.RunReport;
import io.dunwell.billing.process.RunSubmissions;
import io.dunwell.billing.process.SubmissionView;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.workflow.Cockpit;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Billing runs: what they made, what they left out, and a new one. */
@DeskPage
class BillingRunPages {

  private final BillingRuns runs;
  private final RunSubmissions submissions;
  private final Cockpit cockpit;
  private final Lists lists;
  private final Notes notes;

  BillingRunPages(
      BillingRuns runs, RunSubmissions submissions, Cockpit cockpit, Lists lists, Notes notes) {
    this.runs = runs;
    this.submissions = submissions;
    this.cockpit = cockpit;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/billing-runs")
  ModelAndView list(@RequestParam Map<String, String> params) {
    return page(params).answer();
  }

  @PostMapping("/billing-runs")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  ModelAndView run(
      @RequestParam LocalDate upTo,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Principal by,
      RedirectAttributes flash) {
    if (dryRun) {
      RunReport report = runs.run(upTo, true, new Actor(by.getName()));
      return page(Map.of()).with("report", report).answer();
    }
    UUID run = runs.begin(upTo, new Actor(by.getName()));
    notes.add(flash, "billing.run.begun");
    return new ModelAndView("redirect:/billing-runs/" + run);
  }

  @PostMapping("/billing-runs/{id}/submission")
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  String submit(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    SubmissionView begun = submissions.begin(id, new Actor(by.getName()));
    notes.add(flash, "billing.run.submitting", begun.drafts());
    return "redirect:/billing-runs/" + id;
  }

  @GetMapping("/billing-runs/{id}")
  ModelAndView one(@PathVariable UUID id, @RequestParam Map<String, String> params) {
    ListPage page = lists.page("billing/run", params);
    page.list(
        "drafts",
        lists.of(
            InvoiceRow.COLUMNS,
            InvoiceRow.query(params).where("i.run = :run", "run", id),
            InvoiceRow::read));
    page.also(
        "leftOut",
        lists.of(
            LeftOutRow.COLUMNS,
            LeftOutRow.of(id, params.getOrDefault("leftOut.q", "")),
            LeftOutRow::read));
    SubmissionView submission = submissions.of(id).orElse(null);
    page.also(
        "refused",
        lists.of(
            RefusedRow.COLUMNS,
            RefusedRow.of(
                submission == null ? null : submission.id(), params.getOrDefault("refused.q", "")),
            RefusedRow::read));
    return page.with("waiting", runs.drafts(id).size())
        .with("run", id)
        .with("whole", runs.view(id))
        .with("working", cockpit.linkTo(id.toString()).orElse(null))
        .with("submission", submission)
        .with("behind", behind(submission))
        .answer();
  }

  /** Where a submission that is not done stands in Cockpit. */
  private @Nullable String behind(@Nullable SubmissionView submission) {
    return submission == null ? null : cockpit.linkTo(submission.id().toString()).orElse(null);
  }

  private ListPage page(Map<String, String> params) {
    ListPage page = lists.page("billing/runs", params);
    page.list(
        "runs", lists.of(RunRow.COLUMNS, RunRow.all(params.getOrDefault("q", "")), RunRow::read));
    return page;
  }
}
