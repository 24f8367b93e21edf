package io.dunwell.billing.web;

import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceQuery;
import io.dunwell.billing.RunReport;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.security.Principal;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Billing runs: start one, try one, see what it made and left out. */
@DeskPage
class BillingRunPages {

  private static final int SIZE = 50;
  private static final int DRAFTS = 200;

  private final BillingRuns runs;
  private final InvoiceBook book;
  private final Notes notes;

  BillingRunPages(BillingRuns runs, InvoiceBook book, Notes notes) {
    this.runs = runs;
    this.book = book;
    this.notes = notes;
  }

  @GetMapping("/billing-runs")
  String list(@RequestParam(defaultValue = "0") int page, Model model) {
    model.addAttribute("runs", runs.list(Math.max(page, 0), SIZE));
    return "billing/runs";
  }

  @PostMapping("/billing-runs")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  String run(
      @RequestParam LocalDate upTo,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Principal by,
      Model model,
      RedirectAttributes flash) {
    RunReport report = runs.run(upTo, dryRun, new Actor(by.getName()));
    if (report.id() == null) {
      model.addAttribute("report", report);
      model.addAttribute("runs", runs.list(0, SIZE));
      return "billing/runs";
    }
    notes.add(flash, "billing.run.done", report.drafts().size(), report.leftOut().size());
    return "redirect:/billing-runs/" + report.id();
  }

  @GetMapping("/billing-runs/{id}")
  String one(@PathVariable UUID id, Model model) {
    model.addAttribute("leftOut", runs.leftOut(id));
    model.addAttribute("drafts", book.find(InvoiceQuery.ofRun(id), 0, DRAFTS));
    return "billing/run";
  }
}
