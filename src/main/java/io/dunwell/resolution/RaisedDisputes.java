package io.dunwell.resolution;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The disputes, as a collection that only grows. */
interface RaisedDisputes extends Repository<Dispute, UUID> {

  Dispute save(Dispute dispute);

  void flush();

  Optional<Dispute> findById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from Dispute d where d.id = :id")
  Optional<Dispute> findForChange(UUID id);

  boolean existsByItemAndState(UUID item, DisputeState state);

  List<Dispute> findByCustomerOrderByIdDesc(UUID customer);

  Page<Dispute> findByStateOrderByIdDesc(DisputeState state, Pageable page);
}
