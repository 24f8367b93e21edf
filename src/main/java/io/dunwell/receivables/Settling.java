package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.events.OpenItemReopened;
import io.dunwell.receivables.events.OpenItemSettled;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what is left of each item in step with the ledger, and tells who settled or reopened. */
@Component
class Settling {

  private static final String MOVE =
      """
      update receivables.open_item i
      set open = i.open + m.amount, moved_on = greatest(i.moved_on, m.until_on)
      from unnest(cast(:items as uuid[]), cast(:amounts as numeric[]), cast(:since as date[]),
                  cast(:until as date[])) as m(item, amount, since_on, until_on)
      where i.id = m.item
      returning i.id, i.customer, i.currency, i.open, i.open - m.amount as before, i.moved_on,
                m.since_on < i.moved_on as dated_back
      """;

  private static final String CROSSED =
      """
      select i.id from (
        select item, sum(sum(amount)) over (partition by item order by effective_on) as balance
        from ledger.v_amount
        where account = 'RECEIVABLE' and item = any(cast(:items as uuid[]))
        group by item, effective_on) b
      join receivables.open_item i on i.id = b.item
      where b.balance not between least(i.amount, 0) and greatest(i.amount, 0)
      limit 1
      """;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Settling(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Applies moves whose entries are already in the ledger. */
  void apply(Collection<Settlement> settlements) {
    if (settlements.isEmpty()) {
      return;
    }
    List<Moved> moved = move(perItem(settlements));
    refuseCrossing(
        moved.stream().filter(Moved::datedBack).map(each -> each.item().value()).toList());
    moved.stream().map(Moved::news).forEach(this::publish);
  }

  private void publish(@Nullable Object news) {
    if (news != null) {
      events.publishEvent(news);
    }
  }

  private static Collection<Change> perItem(Collection<Settlement> settlements) {
    Map<ItemId, Change> changes = new LinkedHashMap<>();
    for (Settlement settlement : settlements) {
      LocalDate on = settlement.effectiveOn();
      for (Settlement.Move move : settlement.moves()) {
        ItemId item = move.item().id();
        changes.merge(item, new Change(item, move.amount().amount(), on, on), Change::and);
      }
    }
    return changes.values();
  }

  private List<Moved> move(Collection<Change> changes) {
    try {
      List<Moved> moved =
          jdbc.sql(MOVE)
              .param("items", texts(changes, each -> each.item().toString()))
              .param("amounts", texts(changes, each -> each.amount().toPlainString()))
              .param("since", texts(changes, each -> each.since().toString()))
              .param("until", texts(changes, each -> each.until().toString()))
              .query(Moved::of)
              .list();
      if (moved.size() != changes.size()) {
        throw new RuleViolation("item.unknown", "One of these open items does not exist.");
      }
      return moved;
    } catch (DataIntegrityViolationException e) {
      throw notEnough();
    }
  }

  private void refuseCrossing(List<UUID> items) {
    if (items.isEmpty()) {
      return;
    }
    String[] ids = items.stream().map(UUID::toString).toArray(String[]::new);
    if (!jdbc.sql(CROSSED).param("items", ids).query(UUID.class).list().isEmpty()) {
      throw notEnough();
    }
  }

  private static RuleViolation notEnough() {
    return new RuleViolation(
        "item.not-enough",
        "That is more than is open of the item on that day or a later one. Allocate less, or"
            + " choose a later day.");
  }

  private static String[] texts(
      Collection<Change> changes, java.util.function.Function<Change, String> text) {
    return changes.stream().map(text).toArray(String[]::new);
  }

  private record Change(ItemId item, BigDecimal amount, LocalDate since, LocalDate until) {

    Change and(Change other) {
      return new Change(
          item,
          amount.add(other.amount),
          since.isBefore(other.since) ? since : other.since,
          until.isAfter(other.until) ? until : other.until);
    }
  }

  private record Moved(ItemId item, boolean datedBack, @Nullable Object news) {

    static Moved of(ResultSet row, int index) throws SQLException {
      ItemId item = new ItemId(row.getObject("id", UUID.class));
      CustomerId customer = new CustomerId(row.getObject("customer", UUID.class));
      Currency currency = Currency.getInstance(row.getString("currency"));
      LocalDate on = row.getObject("moved_on", LocalDate.class);
      boolean openNow = row.getBigDecimal("open").signum() != 0;
      boolean openBefore = row.getBigDecimal("before").signum() != 0;
      Object news = null;
      if (openBefore && !openNow) {
        news = new OpenItemSettled(item, customer, currency, on);
      } else if (openNow && !openBefore) {
        news = new OpenItemReopened(item, customer, currency, on);
      }
      return new Moved(item, row.getBoolean("dated_back"), news);
    }
  }
}
