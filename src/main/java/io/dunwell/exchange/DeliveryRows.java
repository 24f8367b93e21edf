package io.dunwell.exchange;

import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.ShipTo;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads rows that are lines of deliveries. */
final class DeliveryRows {

  private DeliveryRows() {}

  static @Nullable DeliveryLineRow read(RowCells row) {
    String delivery = row.text(ProfileField.DELIVERY_NUMBER);
    String contract = row.text(ProfileField.CONTRACT_NUMBER);
    LocalDate deliveredOn = row.date(ProfileField.DELIVERED_ON);
    DeliveryKind kind = row.word(ProfileField.DELIVERY_KIND, DeliveryKind.class);
    String item = row.text(ProfileField.ITEM);
    BigDecimal quantity = row.number(ProfileField.QUANTITY);
    row.require(ProfileField.DELIVERY_NUMBER, delivery);
    row.require(ProfileField.CONTRACT_NUMBER, contract);
    row.require(ProfileField.DELIVERED_ON, deliveredOn);
    row.require(ProfileField.ITEM, item);
    row.require(ProfileField.QUANTITY, quantity);
    if (kind == DeliveryKind.RETURN || kind == DeliveryKind.REDELIVERY) {
      row.wrong(
          ProfileField.DELIVERY_KIND,
          "delivery.not-a-delivery",
          "What comes back is taken back from its delivery line, on the page of the delivery.");
    }
    NewDelivery.Line line = line(row, item, quantity);
    ShipTo shipTo = shipTo(row);
    if (delivery == null) {
      return null;
    }
    boolean wrong = row.wrong() || contract == null || deliveredOn == null || line == null;
    return wrong || contract == null || deliveredOn == null || line == null
        ? new DeliveryLineRow(delivery, null)
        : new DeliveryLineRow(
            delivery,
            new DeliveryLineRow.Content(
                contract, deliveredOn, kind == null ? DeliveryKind.DELIVERY : kind, line, shipTo));
  }

  /** Where it went; null if no column of the row says so. */
  private static @Nullable ShipTo shipTo(RowCells row) {
    String name = row.text(ProfileField.SHIP_TO);
    if (name == null) {
      return null;
    }
    try {
      return new ShipTo(
          name,
          text(row, ProfileField.STREET),
          row.text(ProfileField.POSTAL_CODE),
          text(row, ProfileField.CITY),
          text(row, ProfileField.PLACE_OF_SUPPLY),
          row.text(ProfileField.TAX_ID),
          row.yes(ProfileField.THIRD_PARTY));
    } catch (RuleViolation refusal) {
      row.wrong(ProfileField.SHIP_TO, refusal.code(), refusal.sentence());
      return null;
    }
  }

  private static String text(RowCells row, ProfileField field) {
    String text = row.text(field);
    return text == null ? "" : text;
  }

  private static NewDelivery.@Nullable Line line(
      RowCells row, @Nullable String item, @Nullable BigDecimal quantity) {
    if (item == null || quantity == null) {
      return null;
    }
    try {
      return new NewDelivery.Line(item, quantity, row.text(ProfileField.DESCRIPTION));
    } catch (RuleViolation refusal) {
      row.wrong(ProfileField.QUANTITY, refusal.code(), refusal.sentence());
      return null;
    }
  }
}
