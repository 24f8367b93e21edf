package io.dunwell.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the invoices on which that is credited which came back after it was billed. */
@Component
class CameBack {

  private final BilledLines billed;

  CameBack(BilledLines billed) {
    this.billed = billed;
  }

  /**
   * A part of what came back.
   *
   * @param line that billed it, null if none is issued
   * @param quantity above zero
   */
  record Part(UnbilledItem item, BilledLines.@Nullable Billed line, BigDecimal quantity) {

    private UUID group() {
      return line == null ? item.root() : line.invoice();
    }
  }

  /** What came back, by the invoice that billed it: of several the latest first. */
  Collection<List<Part>> byInvoice(List<UnbilledItem> items) {
    Map<UUID, List<Part>> groups = new LinkedHashMap<>();
    for (UnbilledItem item : items) {
      for (Part part : parts(item)) {
        groups.computeIfAbsent(part.group(), invoice -> new ArrayList<>()).add(part);
      }
    }
    return groups.values();
  }

  private List<Part> parts(UnbilledItem item) {
    BigDecimal left = item.quantity().negate();
    List<Part> parts = new ArrayList<>();
    for (BilledLines.Billed line : billed.linesOf(item.root())) {
      BigDecimal quantity = left.min(line.kept());
      if (quantity.signum() > 0) {
        parts.add(new Part(item, line, quantity));
        left = left.subtract(quantity);
      }
    }
    if (left.signum() > 0) {
      parts.add(new Part(item, null, left));
    }
    return parts;
  }
}
