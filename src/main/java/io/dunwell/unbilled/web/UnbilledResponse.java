package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.RegisterEntry;
import io.dunwell.shared.Money;
import io.dunwell.unbilled.Asks;
import io.dunwell.unbilled.Explanation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something unbilled as programs read it.
 *
 * @param id the delivery line that it began with
 */
record UnbilledResponse(
    UUID id,
    UUID delivery,
    String deliveryNumber,
    LocalDate deliveredOn,
    String item,
    String customer,
    String customerName,
    String contract,
    String owner,
    String quantity,
    String currency,
    @Nullable String value,
    Cause cause,
    String why,
    long ageDays,
    @Nullable ChaseResponse chase,
    @Nullable ExplanationResponse explanation) {

  /** Who is asked about it. */
  record ChaseResponse(
      UUID id,
      Asks asks,
      @Nullable String owner,
      LocalDate askedOn,
      LocalDate escalateOn,
      @Nullable LocalDate escalatedOn,
      String because) {

    static ChaseResponse of(AskedAbout chase) {
      return new ChaseResponse(
          chase.chase(),
          chase.asks(),
          chase.owner(),
          chase.openedOn(),
          chase.escalateOn(),
          chase.escalatedOn(),
          chase.because());
    }
  }

  /** What was said about it. */
  record ExplanationResponse(
      Explanation.Kind kind, String reason, LocalDate until, LocalDate on, String by) {

    static ExplanationResponse of(Explanation said) {
      return new ExplanationResponse(
          said.kind(), said.reason(), said.until(), said.on(), said.by());
    }
  }

  static UnbilledResponse of(UnbilledRow row) {
    RegisterEntry item = row.item();
    Money value = item.value();
    AskedAbout chase = row.chase();
    Explanation said = row.said();
    return new UnbilledResponse(
        item.root(),
        item.delivery(),
        item.deliveryNumber(),
        item.deliveredOn(),
        item.item(),
        item.customerNumber(),
        item.customerName(),
        item.contractNumber(),
        item.owner(),
        item.quantity().stripTrailingZeros().toPlainString(),
        item.currency(),
        value == null ? null : value.text(),
        item.cause(),
        item.why(),
        item.ageDays(),
        chase == null ? null : ChaseResponse.of(chase),
        said == null ? null : ExplanationResponse.of(said));
  }
}
