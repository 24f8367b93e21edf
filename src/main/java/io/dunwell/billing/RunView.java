package io.dunwell.billing;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A billing run.
 *
 * @param upTo the last day of delivery that it looked at
 * @param drafts how many drafts it made
 * @param leftOut how many items it left out
 */
public record RunView(
    UUID id, LocalDate upTo, int drafts, int leftOut, String by, Instant recordedAt) {

  /**
   * Something that a run left out.
   *
   * @param value at contract price, null if the contract knew none
   */
  public record Left(
      String contractNumber,
      String customerName,
      String deliveryNumber,
      String item,
      LocalDate deliveredOn,
      BigDecimal quantity,
      @Nullable Money value,
      Cause cause,
      String why) {}
}
