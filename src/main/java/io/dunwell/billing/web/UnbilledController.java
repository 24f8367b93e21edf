package io.dunwell.billing.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.Unbilled;
import io.dunwell.billing.UnbilledFilter;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.billing.UnbilledMonth;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was delivered and is not billed. */
@RestController
@RequestMapping("/api/unbilled")
@Tag(name = "Unbilled", description = "What was delivered and is not billed, and why")
class UnbilledController {

  private final Unbilled unbilled;
  private final Clock clock;

  UnbilledController(Unbilled unbilled, Clock clock) {
    this.unbilled = unbilled;
    this.clock = clock;
  }

  /** An item as programs read it. */
  record UnbilledResponse(
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
      long ageDays) {

    static UnbilledResponse of(UnbilledItem item) {
      Money value = item.value();
      return new UnbilledResponse(
          item.delivery(),
          item.deliveryNumber(),
          item.deliveredOn(),
          item.item(),
          item.customerNumber(),
          item.customerName(),
          item.contractNumber(),
          item.owner(),
          plain(item.quantity()),
          item.currency(),
          value == null ? null : value.text(),
          item.cause(),
          item.why(),
          item.ageDays());
    }
  }

  /** A month's end. */
  record MonthResponse(LocalDate on, String currency, int count, String value) {

    static MonthResponse of(UnbilledMonth month) {
      return new MonthResponse(
          month.on(),
          month.value().currency().getCurrencyCode(),
          month.count(),
          month.value().text());
    }
  }

  @GetMapping
  @Operation(
      summary = "Delivered and not billed as of any day",
      description = "For example asOf=2026-11-30&cause=PROOF_MISSING; the oldest delivery first.")
  Page<UnbilledResponse> list(
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Cause cause,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer minAge,
      @RequestParam(required = false) @Nullable LocalDate invoicesSince,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    return unbilled
        .register(new UnbilledFilter(day, cause, q, minAge, invoicesSince), page, size)
        .map(UnbilledResponse::of);
  }

  @GetMapping("/trend")
  @Operation(summary = "What was unbilled at the ends of the last months, by currency")
  List<MonthResponse> trend(@RequestParam(defaultValue = "6") @Min(1) @Max(24) int months) {
    return unbilled.trend(LocalDate.now(clock), months).stream().map(MonthResponse::of).toList();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
