package io.dunwell.invoices;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The invoices, as a collection that only grows. Used within the caller's transaction. */
@Component
@NamedInterface("changes")
public class Invoices {

  private static final List<InvoiceStatus> ENDED =
      List.of(InvoiceStatus.CANCELLED, InvoiceStatus.WITHDRAWN);

  private final StoredInvoices stored;

  Invoices(StoredInvoices stored) {
    this.stored = stored;
  }

  /**
   * A draft, which {@link #save} keeps.
   *
   * @throws RuleViolation {@code invoice.nothing-to-bill}
   */
  public Invoice draft(NewInvoice draft, LocalDate on, Actor by) {
    return StoredInvoice.draft(draft, on, by);
  }

  /**
   * Keeps a draft, or what was changed of an invoice; what {@link #toChange} gave is kept in any
   * case.
   */
  public Invoice save(Invoice invoice) {
    return stored.save((StoredInvoice) invoice);
  }

  /** Has the database know what was changed until now. */
  public void flush() {
    stored.flush();
  }

  /**
   * The invoice to look at.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  public Invoice existing(InvoiceId id) {
    return Together.knows(new Locked(id.value()))
        ? toChange(id)
        : stored.findById(id.value()).orElseThrow(() -> unknown(id));
  }

  /** Those of the invoices that exist, to look at. */
  public List<Invoice> existing(Collection<InvoiceId> ids) {
    return List.copyOf(stored.findByIdIn(ids.stream().map(InvoiceId::value).toList()));
  }

  /**
   * The invoice, locked until the transaction ends.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  public Invoice toChange(InvoiceId id) {
    return Together.once(
        new Locked(id.value()),
        () -> stored.findForChange(id.value()).orElseThrow(() -> unknown(id)));
  }

  /**
   * These invoices in the same order, locked until the transaction ends.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  public List<Invoice> toChange(Collection<InvoiceId> ids) {
    if (ids.stream().allMatch(id -> Together.knows(new Locked(id.value())))) {
      return ids.stream().map(this::toChange).toList();
    }
    Map<UUID, Invoice> found = new HashMap<>();
    for (StoredInvoice each :
        stored.findAllForChange(ids.stream().map(InvoiceId::value).toList())) {
      found.put(each.id(), each);
      Together.know(new Locked(each.id()), each);
    }
    return ids.stream()
        .map(id -> Optional.ofNullable(found.get(id.value())).orElseThrow(() -> unknown(id)))
        .toList();
  }

  /** The question for an invoice that this transaction has locked. */
  private record Locked(UUID invoice) {}

  /** The notes that correct the document, whatever their state, the earliest first. */
  public List<InvoiceView> notesTo(InvoiceId original) {
    return stored.findByOriginalOrderById(original.value()).stream()
        .map(StoredInvoice::view)
        .toList();
  }

  /** Whether a note corrects the document that is neither cancelled nor withdrawn. */
  public boolean haveNotesTo(InvoiceId original) {
    return stored.existsByOriginalAndStatusNotIn(original.value(), ENDED);
  }

  private static RuleViolation unknown(InvoiceId id) {
    return new RuleViolation("invoice.unknown", "There is no invoice " + id + ".");
  }
}
