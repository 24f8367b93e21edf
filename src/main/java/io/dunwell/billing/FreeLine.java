package io.dunwell.billing;

import io.dunwell.invoices.Charge;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A line that no delivery asks for.
 *
 * @param description what the customer reads
 * @param unitPrice before tax
 * @param taxCode HSN or SAC
 * @param service whether it is a service and no goods
 * @param treatment how the law treats it
 */
public record FreeLine(
    String description,
    String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String taxCode,
    boolean service,
    Treatment treatment) {

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

  /** A line that is taxed at the rate of its code. */
  public FreeLine(
      String description,
      String unit,
      BigDecimal quantity,
      BigDecimal unitPrice,
      String taxCode,
      boolean service) {
    this(description, unit, quantity, unitPrice, taxCode, service, Treatment.TAXED);
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
        treatment.name(),
        null,
        null,
        null,
        null,
        null);
  }
}
