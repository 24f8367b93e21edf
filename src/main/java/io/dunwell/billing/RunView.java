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
 * @param leftOut how many items it left out; 0 while it is going on
 * @param finishedAt null while it is going on
 */
public record RunView(
    UUID id,
    LocalDate upTo,
    int drafts,
    int leftOut,
    String by,
    Instant recordedAt,
    @Nullable Instant finishedAt) {

  public boolean running() {
    return finishedAt == null;
  }

  /**
   * Something that a run left out: an item, or the advance of a contract.
   *
   * @param deliveryNumber null for an advance, as are item, day and quantity, and for a minimum
   *     commitment, whose day ends its month
   * @param value at contract price, null if the contract knew none
   */
  public record Left(
      String contractNumber,
      String customerName,
      @Nullable String deliveryNumber,
      @Nullable String item,
      @Nullable LocalDate deliveredOn,
      @Nullable BigDecimal quantity,
      @Nullable Money value,
      Cause cause,
      String why) {}
}
