package io.dunwell;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.DeliveryLineId;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.NewReturn;
import io.dunwell.contracts.PriceLine;
import io.dunwell.party.CustomerId;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/** What tests do to have something agreed and delivered: verbs on the real services. */
@Component
public class Supply {

  public static final Actor SALES = new Actor("sales");

  private final Contracts contracts;
  private final Deliveries deliveries;

  Supply(Contracts contracts, Deliveries deliveries) {
    this.contracts = contracts;
    this.deliveries = deliveries;
  }

  /** A contract in EUR from {@link Trade#DAY} on, billed per delivery, without proofs. */
  public ContractId contract(CustomerId customer, String number, PriceLine... prices) {
    return contract(customer, number, terms(BillingRule.PER_DELIVERY, prices));
  }

  public ContractId contract(CustomerId customer, String number, ContractTerms terms) {
    return contracts.agree(
        new NewContract(number, customer, Currency.getInstance("EUR"), terms), SALES);
  }

  public static ContractTerms terms(BillingRule rule, PriceLine... prices) {
    return new ContractTerms(
        "Supplies",
        Trade.DAY,
        null,
        rule,
        PaymentTerms.net(30),
        null,
        List.of(prices),
        "sales",
        "DE",
        "IN_GST",
        false,
        null);
  }

  /** Goods at that price from {@link Trade#DAY} on. */
  public static PriceLine price(String item, String unitPrice) {
    return PriceLine.goods(item, "One " + item, "PCS", unitPrice, Trade.DAY, "8471");
  }

  public DeliveryId delivered(
      ContractId contract, String number, LocalDate on, String item, String quantity) {
    NewDelivery.Line line = new NewDelivery.Line(item, new BigDecimal(quantity), null);
    return deliveries.confirm(
        new NewDelivery(contract, number, on, DeliveryKind.DELIVERY, List.of(line)), SALES);
  }

  public DeliveryId milestone(ContractId contract, String number, LocalDate on, String item) {
    NewDelivery.Line line = new NewDelivery.Line(item, BigDecimal.ONE, null);
    return deliveries.confirm(
        new NewDelivery(contract, number, on, DeliveryKind.MILESTONE, List.of(line)), SALES);
  }

  /** Takes something of the delivery's first line back; of a return, delivers it again. */
  public DeliveryId returned(DeliveryId delivery, String quantity, LocalDate on) {
    return deliveries.takeBack(
        new NewReturn(line(delivery), new BigDecimal(quantity), on, "Damaged", null), SALES);
  }

  /** The delivery's first line. */
  public DeliveryLineId line(DeliveryId delivery) {
    return deliveries.view(delivery).lines().get(0).id();
  }
}
