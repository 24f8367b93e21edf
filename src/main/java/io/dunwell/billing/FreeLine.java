package io.dunwell.billing;

import io.dunwell.invoices.Charge;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A line that no delivery asks for.
 *
 * @param description what the customer reads
 * @param unitPrice before tax
 * @param taxCode HSN or SAC
 * @param service whether it is a service and no goods
 */
public record FreeLine(
    String description,
    String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String taxCode,
    boolean service) {

  /** What stands where a contract has an item; nobody but a file needs to read it. */
  static final String ITEM = "OTHER";

  /**
   * @throws RuleViolation {@code invoice.line-malformed}
   */
  public FreeLine {
    if (description.isBlank() || taxCode.isBlank()) {
      throw new RuleViolation(
          "invoice.line-malformed", "A line needs a description and the code that it is taxed by.");
    }
  }

  /** What it comes to. */
  public Charge charge(Currency currency) {
    return new Charge(
        ITEM,
        description.strip(),
        unit.isBlank() ? "OTH" : unit.strip(),
        quantity,
        unitPrice,
        BigDecimal.ZERO,
        Charge.net(quantity, unitPrice, BigDecimal.ZERO, currency),
        taxCode.strip(),
        service,
        "TAXED",
        null,
        null,
        null,
        null,
        null);
  }
}
