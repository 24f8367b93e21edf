package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Price;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something delivered and not billed on a day, less what came back of it.
 *
 * @param root the delivery line that it began with
 * @param delivery the delivery that it is listed under
 * @param owner login name of who looks after the contract
 * @param quantity what is to be billed; negative if a credit is due
 * @param price at which, null if the contract knows none
 * @param value at contract price before tax, null if the contract knows none
 * @param cause why it is not billed
 * @param why the same as a sentence
 * @param ageDays days since the delivery
 */
public record UnbilledItem(
    UUID root,
    UUID delivery,
    String deliveryNumber,
    LocalDate deliveredOn,
    String item,
    @Nullable String description,
    CustomerId customer,
    String customerNumber,
    String customerName,
    ContractId contract,
    String contractNumber,
    String owner,
    BillingRule rule,
    String currency,
    BigDecimal quantity,
    @Nullable Price price,
    @Nullable Money value,
    Cause cause,
    String why,
    long ageDays) {

  /** Whether the customer is owed something instead. */
  public boolean isCredit() {
    return quantity.signum() < 0;
  }

  /** The same for another quantity and value. */
  UnbilledItem worth(BigDecimal otherQuantity, Money otherValue) {
    return new UnbilledItem(
        root,
        delivery,
        deliveryNumber,
        deliveredOn,
        item,
        description,
        customer,
        customerNumber,
        customerName,
        contract,
        contractNumber,
        owner,
        rule,
        currency,
        otherQuantity,
        price,
        otherValue,
        cause,
        why,
        ageDays);
  }
}
