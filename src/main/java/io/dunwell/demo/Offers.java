package io.dunwell.demo;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contracts of the story. */
final class Offers {

  /**
   * One of them.
   *
   * @param customer with whom, by number
   */
  record Offer(String customer, String number, ContractTerms terms) {}

  private Offers() {}

  static List<Offer> all(LocalDate from) {
    return List.of(brackets(from), shelves(from), delicacies(from), tracking(from));
  }

  static PriceLine shelf(String price, LocalDate from) {
    return PriceLine.goods("SHELF-90", "Shelf bay, 90 cm", "PCS", price, from, "940320");
  }

  private static Offer brackets(LocalDate from) {
    PriceLine bracket =
        line("BRK-200", "Machined bracket 200", "0: 185.00; 500: 172.50", null, from, "870899");
    PriceLine hours =
        PriceLine.services("TOOL-HOUR", "Toolmaker, per hour", "HRS", "1450.00", from, "998873");
    PurchaseOrder order =
        new PurchaseOrder("4500017712", Money.of("250000.00", "INR"), from.plusYears(1));
    return new Offer(
        Company.PAYER,
        "FC-2001",
        terms("Machined brackets", from, BillingRule.MONTHLY, order, "27", true, bracket, hours));
  }

  private static Offer shelves(LocalDate from) {
    return new Offer(
        Company.LATE,
        "FC-2002",
        terms(
            "Shop fittings",
            from,
            BillingRule.PER_DELIVERY,
            new PurchaseOrder("BP/26/118", null, null),
            "29",
            false,
            shelf("2450.00", from)));
  }

  private static Offer delicacies(LocalDate from) {
    PriceLine oil =
        PriceLine.goods("OLIVE-5L", "Olive oil, 5 l tin", "TIN", "38.50", from, "150920");
    PriceLine capers =
        PriceLine.goods("CAPER-1K", "Capers in brine, 1 kg", "JAR", "11.20", from, "200190");
    return new Offer(
        Company.DISPUTER,
        "FC-2003",
        terms("Delicatessen", from, BillingRule.MONTHLY, null, "96", true, oil, capers));
  }

  private static Offer tracking(LocalDate from) {
    PriceLine unit =
        PriceLine.goods("GPS-UNIT", "Tracking unit, fitted", "PCS", "6400.00", from, "852691");
    PriceLine rollout =
        PriceLine.services("ROLLOUT-1", "Fleet roll-out, phase 1", "PCS", "85000", from, "998313");
    PriceLine service = line("TRACK-DAY", "Tracking, per day", "0: 18", "25000.00", from, "998422");
    return new Offer(
        Company.SILENT,
        "FC-2004",
        terms(
            "Fleet tracking",
            from,
            BillingRule.MILESTONE,
            null,
            "33",
            false,
            unit,
            rollout,
            service));
  }

  private static PriceLine line(
      String item,
      String description,
      String slabs,
      @Nullable String minimum,
      LocalDate from,
      String code) {
    return new PriceLine(
        Ids.next(),
        item,
        description,
        "PCS",
        from,
        null,
        Slab.list(slabs),
        SlabRule.WHOLE,
        BigDecimal.ZERO,
        minimum == null ? null : Money.of(minimum, "INR"),
        code,
        minimum != null);
  }

  private static ContractTerms terms(
      String title,
      LocalDate from,
      BillingRule rule,
      @Nullable PurchaseOrder order,
      String place,
      boolean proof,
      PriceLine... prices) {
    return new ContractTerms(
        title,
        from,
        null,
        rule,
        PaymentTerms.net(30),
        order,
        List.of(prices),
        "sales",
        place,
        "IN_GST",
        proof,
        null);
  }
}
