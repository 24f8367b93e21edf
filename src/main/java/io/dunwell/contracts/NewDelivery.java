package io.dunwell.contracts;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to be confirmed.
 *
 * @param contract on which
 * @param number that people use for it, for example of the delivery note; used once
 * @param deliveredOn when it arrived
 * @param kind {@code DELIVERY} or {@code MILESTONE}
 * @param lines what arrived
 * @param shipTo where, null if at the address that is billed
 */
public record NewDelivery(
    ContractId contract,
    String number,
    LocalDate deliveredOn,
    DeliveryKind kind,
    List<Line> lines,
    @Nullable ShipTo shipTo) {

  /**
   * @throws RuleViolation {@code delivery.no-number}, {@code delivery.no-lines}, {@code
   *     delivery.not-a-delivery}
   */
  public NewDelivery {
    number = number.strip();
    lines = List.copyOf(lines);
    if (number.isEmpty()) {
      throw new RuleViolation("delivery.no-number", "A delivery needs a number.");
    }
    if (lines.isEmpty()) {
      throw new RuleViolation("delivery.no-lines", "Say what was delivered.");
    }
    if (kind == DeliveryKind.RETURN || kind == DeliveryKind.REDELIVERY) {
      throw new RuleViolation(
          "delivery.not-a-delivery", "What comes back is taken back from its delivery line.");
    }
  }

  /** A delivery to the address that is billed. */
  public NewDelivery(
      ContractId contract,
      String number,
      LocalDate deliveredOn,
      DeliveryKind kind,
      List<Line> lines) {
    this(contract, number, deliveredOn, kind, lines, null);
  }

  /**
   * What arrived of one item.
   *
   * @param item the item's code, as the contract's price lines name it
   * @param quantity more than zero, up to six decimals
   * @param description null if the contract's says enough
   */
  public record Line(String item, BigDecimal quantity, @Nullable String description) {

    /**
     * @throws RuleViolation {@code delivery.no-item}, {@code quantity.not-positive}, {@code
     *     quantity.too-precise}
     */
    public Line {
      item = item.strip();
      quantity = Quantities.positive(quantity);
      if (item.isEmpty()) {
        throw new RuleViolation("delivery.no-item", "Each line of a delivery names its item.");
      }
    }
  }
}
