package io.dunwell.exchange;

import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.ShipTo;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of a delivery.
 *
 * @param content the rest of it; null if something is wrong with the row, which it says itself
 */
record DeliveryLineRow(String delivery, @Nullable Content content) {

  /** What the row says. */
  record Content(
      String contract,
      LocalDate deliveredOn,
      DeliveryKind kind,
      NewDelivery.Line line,
      @Nullable ShipTo shipTo) {

    /** Whether both are of the same delivery as far as they can tell. */
    boolean agrees(Content other) {
      return contract.equals(other.contract)
          && deliveredOn.equals(other.deliveredOn)
          && kind == other.kind
          && Objects.equals(shipTo, other.shipTo);
    }
  }
}
