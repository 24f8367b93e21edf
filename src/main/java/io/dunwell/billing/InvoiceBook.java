package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.TaxShare;
import io.dunwell.invoices.Withheld;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.withholding.WithheldTaxes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks billing documents up, with all that is known about each. */
@Service
@Transactional(readOnly = true)
public class InvoiceBook {

  private final Invoices invoices;
  private final InvoiceList list;
  private final InvoiceHistory history;
  private final DeliveryEvidence evidence;
  private final InvoiceDossier dossier;
  private final OrderCheck orders;
  private final Taxation taxation;
  private final WithheldTaxes withheld;

  InvoiceBook(
      Invoices invoices,
      InvoiceList list,
      InvoiceHistory history,
      DeliveryEvidence evidence,
      InvoiceDossier dossier,
      OrderCheck orders,
      Taxation taxation,
      WithheldTaxes withheld) {
    this.invoices = invoices;
    this.list = list;
    this.history = history;
    this.evidence = evidence;
    this.dossier = dossier;
    this.orders = orders;
    this.taxation = taxation;
    this.withheld = withheld;
  }

  /**
   * The document as it stands.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  public InvoiceView view(InvoiceId id) {
    return invoices.existing(id).view();
  }

  /** A page of the documents that the query asks for, drafts first, then the latest. */
  public Page<InvoiceSummary> find(InvoiceQuery query, int page, int size) {
    return list.find(query, Math.max(page, 0), Math.min(Math.max(size, 1), 500));
  }

  /** How the customer's purchase order stands with it; empty where the contract names none. */
  public Optional<OrderStanding> order(InvoiceId id) {
    return orders.of(invoices.existing(id).view());
  }

  /** The notes that correct the document, whatever their state. */
  public List<InvoiceView> notesTo(InvoiceId id) {
    return invoices.notesTo(id);
  }

  /** The proofs of what it bills. */
  public List<EvidenceView> evidence(InvoiceId id) {
    return evidence.views(id);
  }

  /** What the buyer owes the tax office on each line; nothing but under reverse charge. */
  public Map<UUID, List<TaxShare>> owedByBuyer(InvoiceId id) {
    InvoiceView view = view(id);
    return view.basis().supply().equals("REVERSE_CHARGE") ? taxation.owedByBuyer(view) : Map.of();
  }

  /** Its taxes at source that are something: collected on it, or to be deducted by the buyer. */
  public List<Withheld> withheld(InvoiceId id) {
    return withheld.of(id).stream().filter(Withheld::isDue).toList();
  }

  /** Everything about it in the order of time. */
  public List<HistoryEntry> history(InvoiceId id) {
    invoices.existing(id);
    return history.of(id);
  }

  /** Everything about it in one ZIP for an auditor. */
  public byte[] dossier(InvoiceId id) {
    return dossier.zip(invoices.existing(id).view());
  }
}
