package io.dunwell.billing;

import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The invoices, as a collection that only grows: there is no delete. */
interface Invoices extends Repository<Invoice, UUID> {

  Invoice save(Invoice invoice);

  void flush();

  Optional<Invoice> findById(UUID id);

  List<Invoice> findByIdIn(Collection<UUID> ids);

  boolean existsByOriginalAndStatusNotIn(UUID original, Collection<InvoiceStatus> statuses);

  List<Invoice> findByOriginalOrderById(UUID original);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from Invoice i where i.id = :id")
  Optional<Invoice> findForChange(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from Invoice i where i.id in :ids order by i.id")
  List<Invoice> findAllForChange(Collection<UUID> ids);

  /** The invoice, locked until the transaction ends. */
  default Invoice toChange(InvoiceId id) {
    return Together.once(
        new Locked(id.value()), () -> findForChange(id.value()).orElseThrow(() -> unknown(id)));
  }

  /** These invoices in the same order, locked until the transaction ends. */
  default List<Invoice> toChange(Collection<InvoiceId> ids) {
    Map<UUID, Invoice> found = new HashMap<>();
    for (Invoice each : findAllForChange(ids.stream().map(InvoiceId::value).toList())) {
      found.put(each.id(), each);
      Together.know(new Locked(each.id()), each);
    }
    return ids.stream()
        .map(id -> Optional.ofNullable(found.get(id.value())).orElseThrow(() -> unknown(id)))
        .toList();
  }

  /** The question for an invoice that this transaction has locked. */
  record Locked(UUID invoice) {}

  /** The invoice to look at. */
  default Invoice existing(InvoiceId id) {
    return findById(id.value()).orElseThrow(() -> unknown(id));
  }

  private static RuleViolation unknown(InvoiceId id) {
    return new RuleViolation("invoice.unknown", "There is no invoice " + id + ".");
  }
}
