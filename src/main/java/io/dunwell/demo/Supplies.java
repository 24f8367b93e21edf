package io.dunwell.demo;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.NewReturn;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.ProofKind;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the company agreed with its customers, and what it delivers in the last weeks. */
@Component
class Supplies {

  private static final Actor SALES = new Actor("sales");
  private static final Actor OPERATIONS = new Actor("operations");

  private final Contracts contracts;
  private final Deliveries deliveries;
  private final Customers customers;

  Supplies(Contracts contracts, Deliveries deliveries, Customers customers) {
    this.contracts = contracts;
    this.deliveries = deliveries;
    this.customers = customers;
  }

  /** Agrees on a contract with each customer. */
  void agree(LocalDate from) {
    for (Offers.Offer offer : Offers.all(from)) {
      var customer = customers.byNumber(offer.customer()).orElseThrow();
      contracts.agree(
          new NewContract(offer.number(), customer.id(), customer.currency(), offer.terms()),
          SALES);
    }
  }

  void day(int number, LocalDate today) {
    switch (number) {
      case 40 -> raisesPrice(today);
      case 48 -> proven("FC-2001", "DN-3101", today, "BRK-200 480", "TOOL-HOUR 12");
      case 52 -> delivers("FC-2002", "DN-3102", today, DeliveryKind.DELIVERY, "SHELF-90 24");
      case 55 -> proven("FC-2003", "DN-3103", today, "OLIVE-5L 120", "CAPER-1K 60");
      case 57 -> delivers("FC-2004", "DN-3104", today, DeliveryKind.DELIVERY, "GPS-UNIT 40");
      case 60 -> comesBack(today);
      case 62 -> proven("FC-2001", "DN-3105", today, "BRK-200 620");
      case 64 -> delivers("FC-2002", "DN-3106", today, DeliveryKind.DELIVERY, "SIGN-SET 6");
      case 66 -> delivers("FC-2001", "DN-3107", today, DeliveryKind.DELIVERY, "BRK-200 250");
      case 68 -> delivers("FC-2004", "DN-3108", today, DeliveryKind.MILESTONE, "ROLLOUT-1 1");
      default -> {}
    }
  }

  private void raisesPrice(LocalDate today) {
    ContractView contract = contracts.byNumber("FC-2002", today).orElseThrow();
    List<PriceLine> prices = new ArrayList<>();
    for (PriceLine line : contract.priceLines()) {
      prices.add(line.item().equals("SHELF-90") ? line.endingOn(today.minusDays(1)) : line);
    }
    prices.add(Offers.shelf("2575.00", today));
    ContractTerms terms = contract.asTerms().withPrices(prices);
    contracts.amend(contract.id(), terms, today, "Freight surcharge agreed by mail", SALES);
  }

  private void comesBack(LocalDate today) {
    var delivery = deliveries.byNumber("DN-3103").orElseThrow();
    deliveries.takeBack(
        new NewReturn(
            delivery.lines().get(1).id(),
            BigDecimal.TEN,
            today,
            "Ten jars arrived with broken seals",
            null),
        OPERATIONS);
  }

  private void proven(String contract, String number, LocalDate on, String... lines) {
    DeliveryId id = delivers(contract, number, on, DeliveryKind.DELIVERY, lines);
    byte[] note = DeliveryNote.signed(number, contract, on, List.of(lines));
    deliveries.attachProof(id, ProofKind.SIGNED_NOTE, number + ".pdf", note, OPERATIONS);
  }

  private DeliveryId delivers(
      String contract, String number, LocalDate on, DeliveryKind kind, String... lines) {
    ContractId id = contracts.byNumber(contract, on).orElseThrow().id();
    List<NewDelivery.Line> delivered = new ArrayList<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      BigDecimal quantity = new BigDecimal(line.substring(space + 1));
      delivered.add(new NewDelivery.Line(line.substring(0, space), quantity, null));
    }
    return deliveries.confirm(new NewDelivery(id, number, on, kind, delivered), OPERATIONS);
  }
}
