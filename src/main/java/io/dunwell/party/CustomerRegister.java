package io.dunwell.party;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The customers, as a collection that only grows: there is no delete. */
interface CustomerRegister extends Repository<Customer, CustomerId> {

  Customer save(Customer customer);

  Optional<Customer> findById(CustomerId id);

  Optional<Customer> findByNumber(String number);

  List<Customer> findByIdIn(Collection<CustomerId> ids);
}
