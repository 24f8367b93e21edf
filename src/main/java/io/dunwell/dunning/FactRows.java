package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that facts are made of, as the queries bring them. */
final class FactRows {

  private FactRows() {}

  /**
   * An open item.
   *
   * @param open what is open now
   * @param later what was posted to it after the day that is decided about
   */
  record Item(
      UUID id,
      UUID document,
      String number,
      String label,
      String kind,
      AccountKey key,
      LocalDate issuedOn,
      LocalDate dueOn,
      BigDecimal amount,
      BigDecimal open,
      BigDecimal later,
      int level,
      @Nullable LocalDate courtesyOn) {

    boolean climbs() {
      return kind.equals("INVOICE") || kind.equals("DEBIT_NOTE");
    }

    boolean owed() {
      return dunnable().signum() > 0;
    }

    boolean credit() {
      return dunnable().signum() < 0;
    }

    /** What was open on the day and still is: the lesser of both, zero if the sign changed. */
    BigDecimal dunnable() {
      BigDecimal then = open.subtract(later);
      if (then.signum() != open.signum()) {
        return BigDecimal.ZERO;
      }
      return open.signum() > 0 ? open.min(then) : open.max(then);
    }
  }

  /** A hold in force. */
  record Hold(
      UUID customer,
      @Nullable String currency,
      @Nullable UUID item,
      @Nullable BigDecimal amount,
      String reason,
      String why,
      @Nullable LocalDate until) {}

  /** How an account stands. */
  record State(
      AccountKey key,
      String number,
      String name,
      BigDecimal unapplied,
      AccountFacts.@Nullable OpenCase openCase,
      @Nullable LocalDate lastActOn,
      @Nullable String address,
      @Nullable String refusedAddress) {}
}
