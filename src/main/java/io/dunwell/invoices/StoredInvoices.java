package io.dunwell.invoices;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The invoices in the database, which only grow: there is no delete. */
interface StoredInvoices extends Repository<StoredInvoice, UUID> {

  StoredInvoice save(StoredInvoice invoice);

  void flush();

  Optional<StoredInvoice> findById(UUID id);

  List<StoredInvoice> findByIdIn(Collection<UUID> ids);

  boolean existsByOriginalAndStatusNotIn(UUID original, Collection<InvoiceStatus> statuses);

  List<StoredInvoice> findByOriginalOrderById(UUID original);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from StoredInvoice i where i.id = :id")
  Optional<StoredInvoice> findForChange(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select i from StoredInvoice i where i.id in :ids order by i.id")
  List<StoredInvoice> findAllForChange(Collection<UUID> ids);
}
