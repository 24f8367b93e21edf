package io.dunwell.exchange;

import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves disputed invoices of a file alone from their due date until the day they were settled. */
@Component
class DisputeHolds {

  private final OpenItems openItems;
  private final Holds holds;

  DisputeHolds(OpenItems openItems, Holds holds) {
    this.openItems = openItems;
    this.holds = holds;
  }

  void place(List<HistoricRow> booked, Actor by) {
    Map<String, HistoricRow> disputed =
        booked.stream()
            .filter(HistoricRow::disputed)
            .collect(Collectors.toMap(HistoricRow::invoiceNumber, row -> row));
    if (disputed.isEmpty()) {
      return;
    }
    List<NewHold> wanted = new ArrayList<>();
    for (ItemView item : openItems.ofDocuments(disputed.keySet())) {
      LocalDate settled = Objects.requireNonNull(disputed.get(item.number())).settledOn();
      if (settled == null || settled.isAfter(item.dueOn())) {
        wanted.add(hold(item, settled));
      }
    }
    holds.placeAll(wanted, by);
  }

  private static NewHold hold(ItemView item, @Nullable LocalDate settled) {
    return new NewHold(
        item.customer(),
        null,
        item.id(),
        null,
        HoldReason.DISPUTE,
        "The ledger file marks invoice %s as disputed.".formatted(item.number()),
        item.dueOn(),
        settled == null ? null : settled.minusDays(1));
  }
}
