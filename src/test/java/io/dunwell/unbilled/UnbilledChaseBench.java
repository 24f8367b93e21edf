package io.dunwell.unbilled;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.BareEngine;
import io.dunwell.DunwellTest;
import io.dunwell.billing.Mill;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.BusinessTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day on which 10,000 unbilled items pass their limit, the quiet day after, and the end. */
@DunwellTest
@Tag("bench")
class UnbilledChaseBench {

  private static final int ITEMS = Integer.getInteger("dunwell.bench.unbilled-chases", 10_000);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  @Autowired Mill mill;
  @Autowired Deliveries deliveries;
  @Autowired UnbilledTurn turn;
  @Autowired Chases chases;
  @Autowired BusinessTime time;
  @Autowired JdbcClient jdbc;
  @Autowired BareEngine bare;

  @Test
  void asksAboutThemAll() {
    time.replayDay(DAY);
    mill.opens();
    ContractId contract =
        mill.contract(
            mill.neighbour("C-1"), BillingRule.PER_DELIVERY, null, true, Mill.yarn("250.00"));
    deliveries.confirmAll(
        IntStream.range(0, ITEMS)
            .mapToObj(n -> delivery(contract, n, DAY.minusDays(3 + n % 30)))
            .toList(),
        Mill.OPERATIONS);
    jdbc.sql("analyze").update();

    double opened = timed("the day that opens them", DAY);
    double alone = bare.asks(ITEMS).toNanos() / 1e9;
    System.out.printf(
        Locale.ROOT,
        "BENCH unbilled chase, %,d items: %.1f s beside %.1f s of the engine alone, each with one"
            + " task: %.2f x (goal 3.00)%n",
        ITEMS,
        opened,
        alone,
        opened / alone);
    assertThat(chases.open()).hasSize(ITEMS);
    time.replayDay(DAY.plusDays(1));
    timed("the day after", DAY.plusDays(1));
    jdbc.sql(
            "insert into contracts.proof (id, delivery, kind, document, name, attached_by,"
                + " attached_on) select gen_random_uuid(), id, 'SIGNED_NOTE', gen_random_uuid(), 'x',"
                + " 'omar', delivered_on from contracts.delivery")
        .update();
    time.replayDay(DAY.plusDays(2));
    timed("the day that ends them", DAY.plusDays(2));
    assertThat(chases.open()).isEmpty();
  }

  private double timed(String what, LocalDate day) {
    long start = System.nanoTime();
    turn.turn(day, Actor.SYSTEM);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "BENCH unbilled chase, %,d items, %s: %.1f s%n", ITEMS, what, seconds);
    return seconds;
  }

  private static NewDelivery delivery(ContractId contract, int n, LocalDate on) {
    return new NewDelivery(
        contract,
        "D-%06d".formatted(n),
        on,
        DeliveryKind.DELIVERY,
        List.of(new NewDelivery.Line("YARN-40", BigDecimal.valueOf(10 + n % 90), null)));
  }
}
