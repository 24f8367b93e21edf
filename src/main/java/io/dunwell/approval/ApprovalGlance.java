package io.dunwell.approval;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.shared.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list shows of an invoice that waits for approval.
 *
 * @param proofs how many proofs its deliveries have
 * @param standings where each department that has to approve stands
 * @param verdicts what was said so far, the earliest first
 * @param hands login names of everybody who had a hand in it
 * @param overdue what the customer owes in its currency and should have paid
 */
public record ApprovalGlance(
    InvoiceView invoice,
    String customerName,
    String customerNumber,
    int proofs,
    List<Standing> standings,
    List<ApprovalView> verdicts,
    Set<String> hands,
    Money overdue) {

  public ApprovalGlance {
    standings = List.copyOf(standings);
    verdicts = List.copyOf(verdicts);
    hands = Set.copyOf(hands);
  }

  /** Whether a line differs from its contract. */
  public boolean deviates() {
    return invoice.lines().stream().anyMatch(LineView::deviates);
  }

  /** Where that department stands. */
  public Optional<Standing> standing(Department department) {
    return standings.stream().filter(each -> each.department() == department).findFirst();
  }
}
