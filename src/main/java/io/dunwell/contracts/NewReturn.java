package io.dunwell.contracts;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that comes back; of a return, something that goes out again.
 *
 * @param line the line that it takes away from
 * @param quantity how much, more than zero
 * @param on when
 * @param reason why
 * @param number of the return, null for one after the delivery's
 */
public record NewReturn(
    DeliveryLineId line,
    BigDecimal quantity,
    LocalDate on,
    String reason,
    @Nullable String number) {

  /**
   * @throws RuleViolation {@code return.no-reason}, {@code quantity.not-positive}, {@code
   *     quantity.too-precise}
   */
  public NewReturn {
    quantity = Quantities.positive(quantity);
    reason = reason.strip();
    if (reason.isEmpty()) {
      throw new RuleViolation("return.no-reason", "Say why it came back.");
    }
  }
}
