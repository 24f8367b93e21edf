package io.dunwell.unbilled.web;

import io.dunwell.billing.Unbilled;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.Chases;
import io.dunwell.unbilled.Explanation;
import io.dunwell.unbilled.Explanations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the register, the chases and the explanations side by side. */
@Component
class UnbilledRows {

  private final Unbilled unbilled;
  private final Chases chases;
  private final Explanations explanations;
  private final Clock clock;

  UnbilledRows(Unbilled unbilled, Chases chases, Explanations explanations, Clock clock) {
    this.unbilled = unbilled;
    this.chases = chases;
    this.explanations = explanations;
    this.clock = clock;
  }

  /**
   * The register of that day. Who is being asked is known of today only.
   *
   * @param invoicesSince as in {@link Unbilled#asOf(LocalDate, LocalDate)}
   */
  List<UnbilledRow> asOf(LocalDate day, @Nullable LocalDate invoicesSince) {
    return of(unbilled.asOf(day, invoicesSince), day);
  }

  /** These items of the register of that day. */
  List<UnbilledRow> of(List<UnbilledItem> items, LocalDate day) {
    Map<UUID, Explanation> said =
        explanations.last(items.stream().map(UnbilledItem::root).toList(), day);
    Map<UUID, ChaseView> open = day.isBefore(LocalDate.now(clock)) ? Map.of() : chases.open();
    return items.stream()
        .map(item -> new UnbilledRow(item, open.get(item.root()), said.get(item.root()), day))
        .toList();
  }
}
