package io.dunwell.approval;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.party.CustomerView;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person has to see before they approve an invoice.
 *
 * @param proofs what proves its deliveries
 * @param standings where each department that has to approve stands
 * @param verdicts what was said so far, the earliest first
 * @param account what the customer owes already
 * @param credit how much of a risk the customer is
 */
public record ApprovalSheet(
    InvoiceView invoice,
    CustomerView customer,
    List<Proof> proofs,
    List<Standing> standings,
    List<ApprovalView> verdicts,
    Account account,
    CreditClass credit) {

  public ApprovalSheet {
    proofs = List.copyOf(proofs);
    standings = List.copyOf(standings);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * A proof of delivery.
   *
   * @param document the id under which it is filed
   */
  public record Proof(String delivery, String kind, String name, UUID document) {}

  /**
   * What the customer owes in the invoice's currency.
   *
   * @param balance open items less what waits to be applied
   * @param unapplied what was received and waits to be applied
   * @param daysOverdue how late the oldest item is; 0 if none is
   * @param items the open items, the earliest due first; not all if there are many
   */
  public record Account(
      Money balance, Money overdue, Money unapplied, int daysOverdue, List<Item> items) {

    public Account {
      items = List.copyOf(items);
    }
  }

  /** An open item of the customer. */
  public record Item(String label, LocalDate dueOn, Money open, int daysOverdue) {}

  /** Its lines, those that differ from the contract first. */
  public List<LineView> lines() {
    return invoice.lines().stream()
        .sorted(
            Comparator.comparing((LineView line) -> !line.deviates())
                .thenComparing(LineView::position))
        .toList();
  }

  /** Whether a line differs from its contract. */
  public boolean deviates() {
    return invoice.lines().stream().anyMatch(LineView::deviates);
  }

  /** Where that department stands. */
  public Optional<Standing> standing(Department department) {
    return standings.stream().filter(each -> each.department() == department).findFirst();
  }

  /** What sent it back last. */
  public Optional<ApprovalView> lastReturn() {
    return verdicts.stream()
        .filter(each -> each.verdict() == Verdict.RETURNED)
        .reduce((earlier, later) -> later);
  }
}
