package io.dunwell.ledger.web;

import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.PeriodView;
import io.dunwell.ledger.Periods;
import io.dunwell.ledger.Seals;
import io.dunwell.ledger.TrialBalanceLine;
import io.dunwell.ledger.Verification;
import io.dunwell.ledger.Verification.Finding;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What proves that the books are right: the trial balance, the seals, the rebuilt projections. */
@DeskPage
class LedgerPage {

  private static final Columns<TrialBalanceLine> LINES =
      Columns.<TrialBalanceLine>of("trial-balance")
          .word("account", "ledger.account", "ledger.account.", TrialBalanceLine::account)
          .text("currency", "customers.currency", l -> l.balance().currency())
          .amount("debit", "ledger.debit", TrialBalanceLine::debit)
          .amount("credit", "ledger.credit", TrialBalanceLine::credit)
          .amount("balance", "ledger.balance", TrialBalanceLine::balance);

  private static final Columns<PeriodView> PERIODS =
      Columns.<PeriodView>of("months")
          .text("month", "ledger.month", PeriodView::month)
          .word("state", "holds.state", "ledger.", p -> p.closed() ? "closed" : "reopened")
          .text("by", "receipt.by", PeriodView::by)
          .text("reason", "receipt.reason", PeriodView::reason);

  private static final Columns<Finding> FINDINGS =
      Columns.<Finding>of("findings")
          .text("table", "ledger.finding.table", Finding::table)
          .date("day", "runs.day", Finding::day)
          .text("what", "ledger.finding.what", Finding::what);

  private final Ledger ledger;
  private final Seals seals;
  private final Periods periods;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  LedgerPage(Ledger ledger, Seals seals, Periods periods, Lists lists, Notes notes, Clock clock) {
    this.ledger = ledger;
    this.seals = seals;
    this.periods = periods;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * The seals are recomputed only when asked for: that reads everything.
   *
   * @param check {@code seals}
   */
  @GetMapping("/ledger")
  ModelAndView ledger(
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "") String check,
      @RequestParam Map<String, String> params) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    ListPage page = lists.page("ledger/ledger", params);
    page.list("lines", lists.of(LINES, ledger.trialBalance(day, null)));
    page.also("periods", lists.of(PERIODS, periods.all()));
    if (check.equals("seals")) {
      Verification verification = seals.verify();
      page.also("findings", lists.of(FINDINGS, verification.findings()));
      page.with("verification", verification);
    }
    return page.with("asOf", day).with("lastMonth", YearMonth.from(day).minusMonths(1)).answer();
  }

  @PostMapping("/ledger/periods")
  @PreAuthorize("hasAnyRole('ACCOUNTS', 'ADMIN')")
  String close(@RequestParam YearMonth month, Principal by, RedirectAttributes flash) {
    periods.close(month, new Actor(by.getName()));
    notes.add(flash, "ledger.period.closed.done", month);
    return "redirect:/ledger";
  }

  @PostMapping("/ledger/periods/{month}/reopening")
  @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
  String reopen(
      @PathVariable YearMonth month,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    periods.reopen(month, reason, new Actor(by.getName()));
    notes.add(flash, "ledger.period.reopened.done", month);
    return "redirect:/ledger";
  }
}
