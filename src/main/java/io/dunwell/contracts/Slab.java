package io.dunwell.contracts;

import io.dunwell.shared.Numbers;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A price from a quantity on.
 *
 * @param fromQuantity the quantity from which it counts, inclusive
 * @param unitPrice the price of one unit in the contract's currency, with up to six decimals
 */
public record Slab(BigDecimal fromQuantity, BigDecimal unitPrice) {

  /**
   * @throws RuleViolation {@code price.negative}, {@code quantity.too-precise}
   */
  public Slab {
    fromQuantity = Quantities.plain(fromQuantity);
    unitPrice = Quantities.plain(unitPrice);
    if (fromQuantity.signum() < 0 || unitPrice.signum() < 0) {
      throw new RuleViolation(
          "price.negative", "Neither a price nor the quantity it counts from is below zero.");
    }
  }

  /**
   * Reads prices as people write them: {@code 95.50}, or {@code 0: 100; 10: 95.50} with the
   * quantities that they count from.
   *
   * @throws RuleViolation {@code price.unreadable}
   */
  public static List<Slab> list(String text) {
    List<Slab> slabs = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        int colon = part.indexOf(':');
        String from = colon < 0 ? "0" : part.substring(0, colon);
        slabs.add(new Slab(number(from, text), number(part.substring(colon + 1), text)));
      }
    }
    return slabs;
  }

  /** Writes what {@link #list} reads. */
  public static String text(List<Slab> slabs) {
    if (slabs.size() == 1 && slabs.get(0).fromQuantity().signum() == 0) {
      return slabs.get(0).unitPrice().toPlainString();
    }
    return slabs.stream().map(Slab::toString).collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return fromQuantity.toPlainString() + ": " + unitPrice.toPlainString();
  }

  private static BigDecimal number(String part, String text) {
    return Numbers.typed(part)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "price.unreadable",
                    "“%s” is no price. Write 95.50, or 0: 100; 10: 95.50 for prices by quantity."
                        .formatted(text)));
  }
}
