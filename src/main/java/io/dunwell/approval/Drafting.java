package io.dunwell.approval;

import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.RuleViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What approvals want of those who draft invoices. */
public interface Drafting {

  /**
   * Brings an invoice up to today's taxes and advances before it is put up for approval.
   *
   * @throws RuleViolation why it cannot be put up, for example {@code invoice.order-exceeded}
   */
  void makeReady(Invoice invoice);

  /** What identifies each proof of what the invoices bill; those without any are left out. */
  Map<InvoiceId, List<String>> proofs(Collection<InvoiceId> invoices);

  /** Lets go what the invoice billed, for it was withdrawn. */
  void release(InvoiceId withdrawn);
}
