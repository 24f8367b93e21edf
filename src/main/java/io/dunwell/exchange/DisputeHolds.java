package io.dunwell.exchange;

import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.resolution.HoldId;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
import io.dunwell.shared.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Leaves disputed invoices of a file alone from their due date until the day they were settled, be
 * that in the same row, in a later one, or in another file.
 */
@Component
class DisputeHolds {

  private static final String STANDING =
      """
      select d.number, d.hold, h.until_on, h.released_on is not null as released, i.settled_on
      from exchange.dispute_hold d
      join resolution.v_hold h on h.id = d.hold
      join receivables.v_open_item i on i.id = h.item
      where d.number = any(?) and not d.ended
      """;

  private final OpenItems openItems;
  private final Holds holds;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  DisputeHolds(OpenItems openItems, Holds holds, JdbcTemplate jdbc, Clock clock) {
    this.openItems = openItems;
    this.holds = holds;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Holds the disputed ones among invoices that have just been booked. */
  void place(Collection<HistoricRow> booked, Actor by) {
    Map<String, HistoricRow> disputed = new HashMap<>();
    booked.stream()
        .filter(HistoricRow::disputed)
        .forEach(row -> disputed.put(row.invoiceNumber(), row));
    if (disputed.isEmpty()) {
      return;
    }
    List<NewHold> wanted = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (ItemView item : openItems.ofDocuments(disputed.keySet())) {
      LocalDate settled = Objects.requireNonNull(disputed.get(item.number())).settledOn();
      if (settled == null || settled.isAfter(item.dueOn())) {
        wanted.add(hold(item, settled));
        numbers.add(item.number());
      }
    }
    List<Object[]> placed = new ArrayList<>();
    for (HoldId id : holds.placeAll(wanted, by)) {
      placed.add(new Object[] {id.value(), numbers.get(placed.size())});
    }
    jdbc.batchUpdate("insert into exchange.dispute_hold (hold, number) values (?, ?)", placed);
  }

  /** Follows what rows say of invoices that were on the books before: settled, disputed or not. */
  void follow(List<HistoricRow> known, Actor by) {
    Map<String, HistoricRow> latest = new HashMap<>();
    known.forEach(row -> latest.put(row.invoiceNumber(), row));
    List<Standing> standing = standing(latest.keySet());
    for (Standing each : standing) {
      HistoricRow row = Objects.requireNonNull(latest.get(each.number()));
      if (row.settledOn() != null) {
        end(each, row.settledOn(), "The ledger file says that it was settled.", by);
      } else if (row.undisputed()) {
        end(each, LocalDate.now(clock), "The ledger file does not say any more that it is.", by);
      }
    }
    standing.forEach(each -> latest.remove(each.number()));
    latest.values().removeIf(row -> row.settledOn() != null);
    place(latest.values(), by);
  }

  /** Ends the holds of those of the invoices that are settled by now. */
  void endSettled(Collection<String> numbers, Actor by) {
    for (Standing each : standing(numbers)) {
      if (each.settledOn() != null) {
        end(each, each.settledOn(), "A file of receipts settled it.", by);
      }
    }
  }

  private void end(Standing hold, LocalDate on, String why, Actor by) {
    LocalDate until = hold.untilOn();
    if (hold.released() || (until != null && until.isBefore(on))) {
      return;
    }
    holds.release(new HoldId(hold.hold()), on, why, by);
    jdbc.update("update exchange.dispute_hold set ended = true where hold = ?", hold.hold());
  }

  private List<Standing> standing(Collection<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : jdbc.query(
            STANDING,
            (row, n) ->
                new Standing(
                    row.getString("number"),
                    row.getObject("hold", UUID.class),
                    row.getObject("until_on", LocalDate.class),
                    row.getBoolean("released"),
                    row.getObject("settled_on", LocalDate.class)),
            (Object) numbers.toArray(String[]::new));
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

  /** A hold that a file placed and none has ended; a person may have released it. */
  private record Standing(
      String number,
      UUID hold,
      @Nullable LocalDate untilOn,
      boolean released,
      @Nullable LocalDate settledOn) {}
}
