package io.dunwell.billing.web;

import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.RunReport;
import io.dunwell.billing.process.BulkSubmission;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
  private final BulkSubmission submission;
  private final Lists lists;
  private final Notes notes;

  BillingRunPages(BillingRuns runs, BulkSubmission submission, Lists lists, Notes notes) {
    this.runs = runs;
    this.submission = submission;
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
    RunReport report = runs.run(upTo, dryRun, new Actor(by.getName()));
    if (report.id() == null) {
      return page(Map.of()).with("report", report).answer();
    }
    notes.add(flash, "billing.run.done", report.drafts().size(), report.leftOut().size());
    return new ModelAndView("redirect:/billing-runs/" + report.id());
  }

  @PostMapping("/billing-runs/{id}/submission")
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  String submit(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    List<BulkSubmission.Outcome> outcomes =
        submission.submitAll(runs.drafts(id), new Actor(by.getName()));
    long refused = outcomes.stream().filter(each -> each.refusal() != null).count();
    notes.add(flash, "billing.run.submitted", outcomes.size() - refused, refused);
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
    return page.with("waiting", runs.drafts(id).size()).with("run", id).answer();
  }

  private ListPage page(Map<String, String> params) {
    ListPage page = lists.page("billing/runs", params);
    page.list(
        "runs", lists.of(RunRow.COLUMNS, RunRow.all(params.getOrDefault("q", "")), RunRow::read));
    return page;
  }
}
