package io.dunwell.resolution.web;

import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Between the numbers that the API speaks of and the ids that modules do. */
@Component("resolutionCustomerNumbers")
class CustomerNumbers {

  private final Customers customers;
  private final JdbcClient jdbc;

  CustomerNumbers(Customers customers, JdbcClient jdbc) {
    this.customers = customers;
    this.jdbc = jdbc;
  }

  CustomerId idOf(String number) {
    return customers
        .byNumber(number)
        .map(CustomerView::id)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."));
  }

  /** All that a customer has of something, as one page. */
  <T> Page<T> allOf(String number, Function<CustomerId, List<T>> having) {
    List<T> all = having.apply(idOf(number));
    return new Page<>(all, 0, Math.max(all.size(), 1), all.size());
  }

  Map<CustomerId, CustomerView> of(Collection<CustomerId> ids) {
    return customers.views(ids);
  }

  /** The open item with that label, for example an invoice number. */
  @Nullable ItemId itemOf(CustomerId customer, @Nullable String label) {
    if (label == null) {
      return null;
    }
    return jdbc.sql(
            "select id from receivables.v_open_item where label = :label and customer = :customer")
        .param("label", label)
        .param("customer", customer.value())
        .query(UUID.class)
        .optional()
        .map(ItemId::new)
        .orElseThrow(
            () -> new RuleViolation("item.unknown", "This customer has no invoice " + label + "."));
  }
}
