package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the unbilled register, as {@code billing.v_register_line} has it.
 *
 * @param root the delivery line that it began with
 * @param delivery the delivery that it is listed under
 * @param owner login name of who looks after the contract
 * @param quantity what is to be billed; negative if a credit is due
 * @param value at contract price before tax, null if the contract knows none
 * @param cause why it is not billed
 * @param why the same as a sentence
 * @param ageDays days since the delivery
 */
public record RegisterEntry(
    UUID root,
    UUID delivery,
    String deliveryNumber,
    LocalDate deliveredOn,
    String item,
    CustomerId customer,
    String customerNumber,
    String customerName,
    ContractId contract,
    String contractNumber,
    String owner,
    String currency,
    BigDecimal quantity,
    @Nullable Money value,
    Cause cause,
    String why,
    long ageDays) {

  /** Reads a row of the view. */
  public static RegisterEntry read(ResultSet row) throws SQLException {
    LocalDate delivered = row.getObject("delivered_on", LocalDate.class);
    LocalDate asOf = row.getObject("as_of", LocalDate.class);
    String currency = row.getString("currency");
    return new RegisterEntry(
        row.getObject("root", UUID.class),
        row.getObject("delivery", UUID.class),
        row.getString("delivery_number"),
        delivered,
        row.getString("item"),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getString("customer_number"),
        row.getString("customer_name"),
        new ContractId(row.getObject("contract", UUID.class)),
        row.getString("contract_number"),
        row.getString("owner"),
        currency,
        row.getBigDecimal("quantity"),
        money(row.getBigDecimal("value"), currency),
        Cause.valueOf(row.getString("cause")),
        why(row),
        ChronoUnit.DAYS.between(delivered, asOf));
  }

  private static String why(ResultSet row) throws SQLException {
    LocalDate delivered = row.getObject("delivered_on", LocalDate.class);
    return switch (Cause.valueOf(row.getString("cause"))) {
      case READY -> Reasons.READY;
      case PROOF_MISSING -> Reasons.proof(row.getString("delivery_number"));
      case PO_EXHAUSTED -> order(row, delivered);
      case CONTRACT_ENDED -> Reasons.contractEnded(row.getString("contract_number"), delivered);
      case PRICE_MISSING ->
          Reasons.price(row.getString("contract_number"), row.getString("item"), delivered);
      case WAITING_FOR_MILESTONE -> Reasons.MILESTONE;
      case WAITING_FOR_MONTH_END -> Reasons.monthEnd(delivered);
      case IN_DRAFT, IN_APPROVAL ->
          Reasons.onItsWay(InvoiceStatus.valueOf(row.getString("billing_on")));
      case CREDIT_DUE -> Reasons.CREDIT;
    };
  }

  private static String order(ResultSet row, LocalDate delivered) throws SQLException {
    LocalDate until = row.getObject("po_until", LocalDate.class);
    String number = row.getString("po_number");
    if (until != null && delivered.isAfter(until)) {
      return Reasons.orderEnded(number, until);
    }
    String currency = row.getString("currency");
    return Reasons.orderUsed(
        number,
        rounded(row.getBigDecimal("po_cap"), currency),
        rounded(row.getBigDecimal("po_used"), currency));
  }

  private static @Nullable Money money(@Nullable BigDecimal amount, String currency) {
    return amount == null ? null : rounded(amount, currency);
  }

  private static Money rounded(BigDecimal amount, String currency) {
    return Money.rounded(amount, Currency.getInstance(currency));
  }
}
