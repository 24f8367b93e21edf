package io.dunwell.unbilled;

import io.dunwell.billing.Cause;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something unbilled as the register described it when a chase last looked.
 *
 * @param root the delivery line that it began with
 * @param delivery the delivery that it is listed under
 * @param quantity what is to be billed; negative if a credit is due
 * @param value at contract price before tax, null if the contract knows none
 * @param cause why it is not billed
 * @param why the same as a sentence
 */
public record ChasedItem(
    UUID root,
    UUID delivery,
    String deliveryNumber,
    LocalDate deliveredOn,
    String item,
    @Nullable String description,
    BigDecimal quantity,
    UUID customer,
    String customerNumber,
    String customerName,
    UUID contract,
    String contractNumber,
    String currency,
    @Nullable Money value,
    Cause cause,
    String why) {

  static ChasedItem of(UnbilledItem item) {
    return new ChasedItem(
        item.root(),
        item.delivery(),
        item.deliveryNumber(),
        item.deliveredOn(),
        item.item(),
        item.description(),
        item.quantity(),
        item.customer().value(),
        item.customerNumber(),
        item.customerName(),
        item.contract().value(),
        item.contractNumber(),
        item.currency(),
        item.value(),
        item.cause(),
        item.why());
  }

  /** Whether people would read the same, however many decimals the quantity is kept with. */
  boolean sameAs(ChasedItem other) {
    return quantity.compareTo(other.quantity) == 0
        && delivery.equals(other.delivery)
        && deliveryNumber.equals(other.deliveryNumber)
        && customerName.equals(other.customerName)
        && contractNumber.equals(other.contractNumber)
        && Objects.equals(value, other.value)
        && cause == other.cause
        && why.equals(other.why);
  }
}
