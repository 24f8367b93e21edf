package io.dunwell.desk.web;

import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.Periods;
import io.dunwell.ledger.Seals;
import io.dunwell.receivables.Projections;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What proves that the books are right: the trial balance, the seals, the rebuilt projections. */
@DeskPage
class LedgerPage {

  private final Ledger ledger;
  private final Seals seals;
  private final Periods periods;
  private final Projections projections;
  private final Notes notes;
  private final Clock clock;

  LedgerPage(
      Ledger ledger,
      Seals seals,
      Periods periods,
      Projections projections,
      Notes notes,
      Clock clock) {
    this.ledger = ledger;
    this.seals = seals;
    this.periods = periods;
    this.projections = projections;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * The checks run only when asked for: they read everything.
   *
   * @param check {@code seals} or {@code projections}
   */
  @GetMapping("/ledger")
  String ledger(
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(defaultValue = "") String check,
      Model model) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    model.addAttribute("asOf", day);
    model.addAttribute("lines", ledger.trialBalance(day, null));
    model.addAttribute("periods", periods.all());
    model.addAttribute("lastMonth", YearMonth.from(day).minusMonths(1));
    if (check.equals("seals")) {
      model.addAttribute("verification", seals.verify());
    }
    if (check.equals("projections")) {
      model.addAttribute("differences", projections.differences());
    }
    return "desk/ledger";
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
