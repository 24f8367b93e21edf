package io.dunwell.resolution;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The promises, as a collection that only grows. */
interface GivenPromises extends Repository<Promise, UUID> {

  Promise save(Promise promise);

  void flush();

  Optional<Promise> findById(UUID id);

  List<Promise> findByCustomerAndCurrencyAndStateOrderById(
      UUID customer, String currency, PromiseState state);

  List<Promise> findByStateOrderById(PromiseState state);

  List<Promise> findByCustomerOrderByIdDesc(UUID customer);

  Page<Promise> findByStateOrderByIdDesc(PromiseState state, Pageable page);
}
