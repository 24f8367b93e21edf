package io.dunwell.resolution;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hold as it stands.
 *
 * @param currency null for every currency
 * @param item null for the whole account
 * @param amount null for the whole item
 * @param until the last day, inclusive; null if open-ended
 * @param releasedBy null unless released
 * @param releaseWhy null unless released
 * @param releasedOn the first day it no longer counts; null unless released
 */
public record HoldView(
    HoldId id,
    CustomerId customer,
    @Nullable String currency,
    @Nullable ItemId item,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    HoldReason reason,
    String why,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate releasedOn,
    String placedBy,
    @Nullable String releasedBy,
    @Nullable String releaseWhy) {

  /** Whether it keeps anything from being chased on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from)
        && (until == null || !day.isAfter(until))
        && (releasedOn == null || day.isBefore(releasedOn));
  }
}
