package io.dunwell.billing;

import io.dunwell.approval.Drafting;
import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.Invoices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Does for approvals what only those who draft can do. */
@Component
class ReadyDrafts implements Drafting {

  private final Invoices invoices;
  private final Taxation taxation;
  private final OrderCheck orders;
  private final DeliveryEvidence evidence;
  private final Coverage coverage;

  ReadyDrafts(
      Invoices invoices,
      Taxation taxation,
      OrderCheck orders,
      DeliveryEvidence evidence,
      Coverage coverage) {
    this.invoices = invoices;
    this.taxation = taxation;
    this.orders = orders;
    this.evidence = evidence;
    this.coverage = coverage;
  }

  @Override
  public void makeReady(Invoice invoice) {
    if (invoice.status().isEditable() && invoice.tax(taxation.of(invoice.view()))) {
      // the next one sets off what this one leaves of the contract's advances
      invoices.flush();
    }
    orders.check(invoice.view());
  }

  @Override
  public Map<InvoiceId, List<String>> proofs(Collection<InvoiceId> ids) {
    return evidence.ofAll(ids);
  }

  @Override
  public void release(InvoiceId withdrawn) {
    coverage.release(withdrawn);
  }
}
