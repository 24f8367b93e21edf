package io.dunwell.contracts;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The contracts, as a collection that only grows. */
interface AgreedContracts extends Repository<Contract, UUID> {

  Contract save(Contract contract);

  void flush();

  Optional<Contract> findById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Contract c where c.id = :id")
  Optional<Contract> findForChange(UUID id);

  Optional<Contract> findByNumber(String number);

  List<Contract> findByIdIn(Collection<UUID> ids);

  List<Contract> findByNumberIn(Collection<String> numbers);

  List<Contract> findByCustomerOrderByNumber(UUID customer);

  @Query("select c.id as id, c.customer as customer from Contract c where c.id in :ids")
  List<CustomerOf> customersOf(Collection<UUID> ids);

  /** With whom a contract is. */
  interface CustomerOf {
    UUID getId();

    UUID getCustomer();
  }
}
