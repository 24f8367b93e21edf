package io.dunwell.contracts.web;

import io.dunwell.contracts.DeliveryLineView;
import io.dunwell.contracts.Price;
import io.dunwell.shared.Money;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a delivery with its price by the contract.
 *
 * @param unitPrice null if the contract has none for the item on that day
 * @param left what was not taken back
 */
record LineRow(
    UUID id,
    String item,
    String description,
    String quantity,
    String left,
    boolean someLeft,
    String unit,
    @Nullable String unitPrice,
    @Nullable String discount,
    @Nullable Money value) {

  static LineRow of(DeliveryLineView line, Optional<Price> price) {
    String said = line.description();
    return new LineRow(
        line.id().value(),
        line.item(),
        said != null ? said : price.map(p -> p.priceLine().description()).orElse(""),
        line.quantity().toPlainString(),
        line.left().toPlainString(),
        line.left().signum() > 0,
        price.map(p -> p.priceLine().unit()).orElse(""),
        price.map(p -> PriceRow.words(p.listPrice(), p.net().currency())).orElse(null),
        price
            .filter(p -> p.discountPercent().signum() > 0)
            .map(p -> p.discountPercent().toPlainString())
            .orElse(null),
        price.map(Price::net).orElse(null));
  }
}
