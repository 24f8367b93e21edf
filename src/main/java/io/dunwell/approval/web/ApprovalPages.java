package io.dunwell.approval.web;

import io.dunwell.approval.Department;
import io.dunwell.approval.process.ApprovalDesk;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several approvals at once, and how much waits for whom. */
@DeskPage
class ApprovalPages {

  private static final Columns<ApprovalRow> WAITING =
      Columns.<ApprovalRow>of("approvals")
          .text("customer", "approvals.customer", ApprovalRow::customer)
          .text("department", "approvals.department", row -> row.department().word())
          .amount("amount", "approvals.amount", ApprovalRow::total)
          .text("deviation", "approvals.deviation", ApprovalRow::deviation)
          .number("proofs", "approvals.proofs", ApprovalRow::proofs)
          .amount("overdue", "approvals.overdue", ApprovalRow::overdue)
          .date("since", "approvals.since", ApprovalRow::since)
          .date("limit", "approvals.limit", ApprovalRow::limit)
          .text("claimed", "approvals.claimed", ApprovalRow::claimedBy);

  private static final Columns<LoadRow> LOAD =
      Columns.<LoadRow>of("approval-load")
          .text("department", "approvals.department", row -> row.department().word())
          .text("person", "approvals.claimed", LoadRow::person)
          .number("open", "approvals.open", LoadRow::open)
          .number("late", "approvals.late", LoadRow::late)
          .date("oldest", "approvals.since", LoadRow::oldest);

  private final ApprovalDesk desk;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  ApprovalPages(ApprovalDesk desk, Lists lists, Notes notes, Clock clock) {
    this.desk = desk;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/approvals")
  ModelAndView approvals(@RequestParam Map<String, String> params, Principal user) {
    List<ApprovalRow> rows =
        desk.waitingFor(new Actor(user.getName())).stream()
            .map(waiting -> ApprovalRow.of(waiting, clock.getZone()))
            .toList();
    ListPage page = lists.page("billing/approvals", params);
    List<ApprovalRow> shown = page.list("waiting", lists.of(WAITING, rows));
    page.also("load", lists.of(LOAD, LoadRow.of(desk.waitingForAnybody(), clock)));
    return page.with("clean", shown.stream().filter(ApprovalRow::clean).count()).answer();
  }

  @PostMapping("/approvals")
  String approveAll(
      @RequestParam(name = "choice", required = false) @Nullable List<String> choices,
      Principal user,
      RedirectAttributes flash) {
    List<ApprovalDesk.Outcome> outcomes =
        desk.approveAll(
            (choices == null ? List.<String>of() : choices)
                .stream().map(ApprovalPages::choice).toList(),
            new Actor(user.getName()));
    long approved = outcomes.stream().filter(outcome -> outcome.refusal() == null).count();
    notes.add(flash, "approvals.approved", approved);
    flash.addFlashAttribute(
        "refusals",
        outcomes.stream()
            .filter(outcome -> outcome.refusal() != null)
            .map(outcome -> desk.named(outcome.invoice()) + ": " + outcome.refusal())
            .toList());
    return "redirect:/approvals";
  }

  /** {@code invoice:department:version}, as the page writes it. */
  private static ApprovalDesk.TaskChoice choice(String text) {
    String[] parts = text.split(":", 3);
    try {
      return new ApprovalDesk.TaskChoice(
          new InvoiceId(UUID.fromString(parts[0])), Department.valueOf(parts[1]), parts[2]);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      throw new RuleViolation(
          "approval.choice-malformed", "“" + text + "” names no invoice, department and version.");
    }
  }
}
