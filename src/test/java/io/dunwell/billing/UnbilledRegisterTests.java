package io.dunwell.billing;

import static io.dunwell.billing.Mill.inr;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of the register says the same as what is computed line by line. */
@DunwellTest
class UnbilledRegisterTests {

  private static final int STEPS = 36;

  @Autowired Mill mill;
  @Autowired Contracts agreed;
  @Autowired Unbilled unbilled;
  @Autowired UnbilledRegister register;
  @Autowired Approvals approvals;
  @Autowired Invoicing invoicing;
  @Autowired Drafts editor;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final List<ContractId> contracts = new ArrayList<>();
  private final List<DeliveryId> deliveries = new ArrayList<>();
  private final List<InvoiceId> drafts = new ArrayList<>();
  private final List<InvoiceId> issued = new ArrayList<>();
  private LocalDate today;

  @BeforeEach
  void open() {
    mill.opens();
    today = LocalDate.now(clock);
    CustomerId customer = mill.neighbour("C-1");
    PurchaseOrder capped = new PurchaseOrder("PO-7", inr("9000.00"), today.minusDays(8));
    contracts.add(mill.contract(customer, BillingRule.PER_DELIVERY, null, true, slabs(1)));
    contracts.add(mill.contract(customer, BillingRule.MONTHLY, null, false, slabs(2), dye()));
    contracts.add(mill.contract(customer, BillingRule.MILESTONE, null, false, slabs(3)));
    contracts.add(mill.contract(customer, BillingRule.PER_DELIVERY, capped, false, slabs(4)));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void overRandomHistories(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      try {
        act(random, "DC-" + seed + "-" + step);
      } catch (RuleViolation refused) {
        assertThat(refused.code()).isNotEmpty();
      }
      if (step % 4 == 0) {
        sameOn(today, null);
        sameOn(today.minusDays(random.nextInt(60)), null);
      }
    }
    for (int back : List.of(-40, 0, 1, 9, 30, 31, 61)) {
      sameOn(today.minusDays(back), null);
      sameOn(today.minusDays(back), today);
    }
    sameContractByContract(today);
    sameContractByContract(today.minusDays(31));
    assertThat(register.trend(today, 4)).isEqualTo(slowTrend(4));
    mill.delivers(contracts.get(1), "DC-late", today.minusDays(66), "3.5");
    assertThat(register.trend(today, 4)).isEqualTo(slowTrend(4));
  }

  @Test
  void whatIsForgottenIsComputedAgain() {
    deliveries.add(mill.delivers(contracts.get(1), "DC-1", today.minusDays(40), "12"));
    sameOn(today, null);
    jdbc.sql("update billing.register_line set value = 1").update();
    assertThat(kept(today, null)).extracting(RegisterEntry::value).containsExactly(inr("1.00"));
    register.forget();
    sameOn(today, null);
  }

  private void act(Random random, String number) {
    ContractId contract = contracts.get(random.nextInt(contracts.size()));
    LocalDate day = today.minusDays(random.nextInt(70));
    switch (random.nextInt(13)) {
      case 0, 1, 2, 3 ->
          deliveries.add(mill.delivers(contract, number, day, item(random), q(random)));
      case 4 ->
          mill.takesBack(any(deliveries, random), q(random), today.minusDays(random.nextInt(3)));
      case 5 -> mill.proves(any(deliveries, random));
      case 6 -> mill.reaches(contracts.get(2), number, day, "ACCEPTANCE");
      case 7, 8 ->
          mill.bills(today.minusDays(random.nextInt(20)))
              .drafts()
              .forEach(each -> drafts.add(Objects.requireNonNull(each.id())));
      case 9 -> {
        InvoiceId draft = any(drafts, random);
        mill.issues(draft);
        drafts.remove(draft);
        issued.add(draft);
      }
      case 10 -> {
        InvoiceId draft = any(drafts, random);
        InvoiceView view = mill.view(draft);
        drafts.remove(draft);
        if (random.nextBoolean() || view.lines().size() < 2) {
          approvals.withdraw(draft, "Thrown away", Mill.CLERK);
        } else {
          editor.drop(Seen.asItStands(draft), Set.of(view.lines().get(0).id()), Mill.CLERK);
        }
      }
      case 11 -> invoicing.cancel(any(issued, random), "Wrong", Mill.CLERK);
      default -> amend(contract, day, random);
    }
  }

  private void amend(ContractId contract, LocalDate day, Random random) {
    ContractTerms terms = agreed.view(contract, today).asTerms();
    PurchaseOrder order =
        random.nextBoolean() ? new PurchaseOrder("PO-8", inr("7000.00"), null) : null;
    agreed.amend(
        contract,
        new ContractTerms(
            terms.title(),
            terms.validFrom(),
            random.nextInt(4) == 0 ? today.minusDays(random.nextInt(60)) : null,
            terms.billingRule(),
            terms.paymentTerms(),
            order,
            List.of(slabs(random.nextInt(9)), dye()),
            random.nextBoolean() ? "sunil" : "omar",
            terms.placeOfSupply(),
            terms.taxScheme(),
            random.nextBoolean(),
            null),
        day,
        "Agreed anew",
        Mill.SALES);
  }

  private void sameOn(LocalDate day, @Nullable LocalDate since) {
    assertThat(kept(day, since).stream().map(UnbilledRegisterTests::text))
        .as("on %s", day)
        .containsExactlyInAnyOrderElementsOf(
            unbilled.asOf(day, since).stream()
                .map(UnbilledRegisterTests::entry)
                .map(UnbilledRegisterTests::text)
                .toList());
  }

  /** Some contracts by themselves say what all of them say. */
  private void sameContractByContract(LocalDate day) {
    assertThat(
            unbilled.portions(day, Set.copyOf(contracts)).stream()
                .flatMap(Set::stream)
                .flatMap(contract -> unbilled.asOf(day, Set.of(contract)).stream())
                .toList())
        .containsExactlyInAnyOrderElementsOf(unbilled.asOf(day));
  }

  private List<RegisterEntry> kept(LocalDate day, @Nullable LocalDate since) {
    UUID id = register.of(day, since);
    return jdbc.sql("select * from billing.v_register_line where register = ?")
        .param(id)
        .query((row, n) -> RegisterEntry.read(row))
        .list();
  }

  private List<UnbilledMonth> slowTrend(int months) {
    List<UnbilledMonth> trend = new ArrayList<>();
    for (int back = months - 1; back >= 0; back--) {
      LocalDate end = YearMonth.from(today).minusMonths(back).atEndOfMonth();
      LocalDate day = back == 0 ? today : end;
      Map<String, List<UnbilledItem>> byCurrency =
          unbilled.asOf(day).stream().collect(Collectors.groupingBy(UnbilledItem::currency));
      byCurrency.forEach(
          (currency, items) ->
              trend.add(new UnbilledMonth(day, items.size(), sum(items, currency))));
    }
    return trend;
  }

  private static Money sum(List<UnbilledItem> items, String currency) {
    return items.stream()
        .map(UnbilledItem::value)
        .filter(Objects::nonNull)
        .reduce(Money.zero(Currency.getInstance(currency)), Money::plus);
  }

  private static RegisterEntry entry(UnbilledItem item) {
    return new RegisterEntry(
        item.root(),
        item.delivery(),
        item.deliveryNumber(),
        item.deliveredOn(),
        item.item(),
        item.customer(),
        item.customerNumber(),
        item.customerName(),
        item.contract(),
        item.contractNumber(),
        item.owner(),
        item.currency(),
        item.quantity(),
        item.value(),
        item.cause(),
        item.why(),
        item.ageDays());
  }

  private static String text(RegisterEntry entry) {
    return entry
        .toString()
        .replace(
            "quantity=" + entry.quantity(),
            "quantity=" + entry.quantity().stripTrailingZeros().toPlainString());
  }

  private static String item(Random random) {
    return random.nextInt(5) == 0 ? "DYE" : "YARN-40";
  }

  private static String q(Random random) {
    return 1 + random.nextInt(30) + "." + random.nextInt(1000);
  }

  /** Some prices that round badly. */
  private static PriceLine slabs(int n) {
    BigDecimal price = new BigDecimal("97.313").add(BigDecimal.valueOf(n));
    return new PriceLine(
        Ids.next(),
        "YARN-40",
        "Cotton yarn",
        "KGS",
        Mill.SINCE,
        null,
        List.of(
            new Slab(BigDecimal.valueOf(n % 3), price),
            new Slab(BigDecimal.valueOf(10), price.subtract(new BigDecimal("3.17"))),
            new Slab(BigDecimal.valueOf(25), price.subtract(new BigDecimal("7.0001")))),
        n % 2 == 0 ? SlabRule.GRADUATED : SlabRule.WHOLE,
        new BigDecimal("2.75"),
        null,
        "5205",
        false);
  }

  private static PriceLine dye() {
    return Mill.price("DYE", "Dyeing", "KGS", "20.333", "998821", true);
  }

  private static <T> T any(List<T> all, Random random) {
    if (all.isEmpty()) {
      throw new RuleViolation("test.none", "There is none yet.");
    }
    return all.get(random.nextInt(all.size()));
  }
}
