package io.dunwell.billing;

import io.dunwell.shared.RuleViolation;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
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

  /** The invoice, locked until the transaction ends. */
  default Invoice toChange(InvoiceId id) {
    return findForChange(id.value()).orElseThrow(() -> unknown(id));
  }

  /** The invoice to look at. */
  default Invoice existing(InvoiceId id) {
    return findById(id.value()).orElseThrow(() -> unknown(id));
  }

  private static RuleViolation unknown(InvoiceId id) {
    return new RuleViolation("invoice.unknown", "There is no invoice " + id + ".");
  }
}
