package io.dunwell.resolution;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The holds, as a collection that only grows. */
interface PlacedHolds extends Repository<Hold, UUID> {

  Hold save(Hold hold);

  List<Hold> saveAll(Iterable<Hold> holds);

  /** Makes them visible to plain SQL in the same transaction. */
  void flush();

  Optional<Hold> findById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select h from Hold h where h.id = :id")
  Optional<Hold> findForChange(UUID id);

  List<Hold> findByCustomerOrderByFromOnDescIdDesc(UUID customer);

  List<Hold> findByIdIn(Collection<UUID> ids);

  @Query(
      """
      select h from Hold h
      where h.fromOn <= :day and (h.untilOn is null or h.untilOn >= :day)
        and (h.releasedOn is null or h.releasedOn > :day)
      order by h.fromOn desc, h.id desc
      """)
  Page<Hold> inForceOn(LocalDate day, Pageable page);
}
