package io.dunwell.dunning;

import io.dunwell.receipts.events.ReceiptAllocated;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives back interest that was charged for days on which, as a receipt shows afterwards, less was
 * owed.
 */
@Component
class InterestCorrection {

  private static final String SHARES =
      """
      select s.charge, s.item, s.after_on, s.until_on, s.annual_percent, s.day_count, s.amount,
             c.number, c.currency
      from dunning.interest_share s join dunning.charge c on c.id = s.charge
      where s.item = ? and s.until_on >= ? and c.taken_back_on is null
      order by s.after_on
      """;

  private final JdbcClient jdbc;
  private final InterestBook book;
  private final ChargePosting charges;

  InterestCorrection(JdbcClient jdbc, InterestBook book, ChargePosting charges) {
    this.jdbc = jdbc;
    this.book = book;
    this.charges = charges;
  }

  @EventListener
  void allocated(ReceiptAllocated allocation) {
    List<Share> shares = shares(allocation.item().value(), allocation.on());
    if (!shares.isEmpty()) {
      UUID item = allocation.item().value();
      List<ChargeMath.Movement> movements =
          book.movements(Set.of(item)).getOrDefault(item, List.of());
      String key = allocation.allocation().value().toString();
      shares.forEach(share -> correct(share, movements, key, allocation.on()));
    }
  }

  private void correct(
      Share share, List<ChargeMath.Movement> movements, String allocation, LocalDate on) {
    Money right =
        ChargeMath.interest(
            share.terms(), movements, share.afterOn(), share.untilOn(), share.money().currency());
    Money excess = share.money().minus(right);
    if (excess.isPositive()) {
      String key = "interest-corrected:" + share.charge() + ":" + share.item() + ":" + allocation;
      LocalDate day = on.isBefore(share.untilOn()) ? share.untilOn() : on;
      charges.lower(share.number(), "INTEREST", excess, key, day, Actor.SYSTEM);
      jdbc.sql("update dunning.interest_share set amount = ? where charge = ? and item = ?")
          .params(right.amount(), share.charge(), share.item())
          .update();
    }
  }

  private List<Share> shares(UUID item, LocalDate from) {
    return jdbc.sql(SHARES).params(item, from).query(Share.class).list();
  }

  /** Interest charged on an item. */
  record Share(
      UUID charge,
      UUID item,
      LocalDate afterOn,
      LocalDate untilOn,
      BigDecimal annualPercent,
      String dayCount,
      BigDecimal amount,
      String number,
      String currency) {

    Interest terms() {
      return new Interest(annualPercent, DayCount.of(dayCount));
    }

    Money money() {
      return new Money(amount, Currency.getInstance(currency));
    }
  }
}
