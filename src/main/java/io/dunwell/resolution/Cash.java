package io.dunwell.resolution;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The money that came for a promise since it was made. */
record Cash(List<Came> receipts) {

  static final Cash NONE = new Cash(List.of());

  record Came(LocalDate on, BigDecimal amount) {}

  /** What had come by the end of that day. */
  BigDecimal until(LocalDate day) {
    return receipts.stream()
        .filter(receipt -> !receipt.on().isAfter(day))
        .map(Came::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
