package io.dunwell.billing;

import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.shared.Money;
import io.dunwell.shared.Together;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The purchase orders that the customer and we agreed on in a contract's versions. */
@Component
class AgreedOrders {

  private static final String READ =
      """
      select version, number, cap, until, currency from contracts.v_order
       where contract = ? and (effective_on <= ? or version = 1)
       order by version desc""";

  private final JdbcClient jdbc;

  AgreedOrders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the versions in force until that day, the latest first. */
  Orders of(UUID contract, LocalDate day) {
    return Together.once(
        new Asked(contract, day),
        () -> new Orders(jdbc.sql(READ).params(contract, day).query(AgreedOrders::version).list()));
  }

  /**
   * What the versions of one contract say, the latest first.
   *
   * @param versions one for each
   */
  record Orders(List<Version> versions) {

    /** The order that the contract asks for now; empty if for none. */
    Optional<PurchaseOrder> present() {
      return versions.stream().findFirst().flatMap(version -> Optional.ofNullable(version.order()));
    }

    /** The order with that number as it was agreed last. */
    Optional<PurchaseOrder> named(String number) {
      return versions.stream()
          .map(Version::order)
          .filter(Objects::nonNull)
          .filter(order -> order.number().equals(number))
          .findFirst();
    }

    /** The numbers of all orders that were ever agreed on. */
    List<String> numbers() {
      return versions.stream()
          .map(Version::order)
          .filter(Objects::nonNull)
          .map(PurchaseOrder::number)
          .distinct()
          .toList();
    }
  }

  /** A version's order, null for none. */
  record Version(@Nullable PurchaseOrder order) {}

  private record Asked(UUID contract, LocalDate day) {}

  private static Version version(ResultSet row, int index) throws SQLException {
    String number = row.getString("number");
    BigDecimal cap = row.getBigDecimal("cap");
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Version(
        number == null
            ? null
            : new PurchaseOrder(
                number,
                cap == null ? null : Money.rounded(cap, currency),
                row.getObject("until", LocalDate.class)));
  }
}
