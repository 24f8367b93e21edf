package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Price;
import io.dunwell.contracts.PriceLine;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts what is ready into invoices: by delivery, month or contract, as the contract says. */
final class DraftPlan {

  private static final int NUMBERS_NAMED = 3;

  private DraftPlan() {}

  /** A line to be, with the deliveries that it bills. */
  record Line(NewLine line, List<UUID> roots, BigDecimal quantity) {}

  /** A month of a contract. */
  record Month(ContractId contract, YearMonth month) {}

  /**
   * What goes onto one invoice.
   *
   * @param month where the contract is billed by the month, null otherwise
   * @param items what it bills of deliveries
   */
  record Group(ContractId contract, @Nullable Month month, List<UnbilledItem> items) {}

  /** What goes onto one invoice each. */
  static Collection<Group> groups(List<UnbilledItem> ready) {
    Map<String, Group> groups = new LinkedHashMap<>();
    ready.forEach(
        item -> groups.computeIfAbsent(group(item), key -> groupOf(item)).items().add(item));
    return groups.values();
  }

  private static Group groupOf(UnbilledItem item) {
    Month month =
        item.rule() == BillingRule.MONTHLY
            ? new Month(item.contract(), YearMonth.from(item.deliveredOn()))
            : null;
    return new Group(item.contract(), month, new ArrayList<>());
  }

  /** The lines of one invoice: deliveries of a month are added up by item and price. */
  static List<Line> lines(List<UnbilledItem> group) {
    Map<String, List<UnbilledItem>> together = new LinkedHashMap<>();
    group.forEach(item -> together.computeIfAbsent(line(item), key -> new ArrayList<>()).add(item));
    return together.values().stream().map(DraftPlan::line).toList();
  }

  private static String group(UnbilledItem item) {
    return switch (item.rule()) {
      case MONTHLY -> item.contract() + " " + YearMonth.from(item.deliveredOn());
      case MILESTONE -> item.contract().toString();
      case PER_DELIVERY, ADVANCE -> item.contract() + " " + item.delivery();
    };
  }

  private static String line(UnbilledItem item) {
    return item.rule() == BillingRule.MONTHLY
        ? item.item() + " " + priced(item).priceLine().id()
        : item.root().toString();
  }

  private static Line line(List<UnbilledItem> items) {
    BigDecimal quantity =
        items.stream().map(UnbilledItem::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    Price price = priced(items.get(0)).part(quantity);
    PriceLine terms = price.priceLine();
    BigDecimal net = price.net().amount();
    String said = items.get(0).description();
    LocalDate last = items.get(items.size() - 1).deliveredOn();
    Charge charge =
        new Charge(
            items.get(0).item(),
            said == null || said.isBlank() ? terms.description() : said,
            terms.unit(),
            quantity,
            price.listPrice(),
            price.discountPercent(),
            net,
            terms.taxCode(),
            terms.service(),
            terms.treatment().name(),
            price.listPrice(),
            price.discountPercent(),
            net,
            numbers(items),
            last);
    List<UUID> roots = items.stream().map(UnbilledItem::root).toList();
    return new Line(new NewLine(Ids.next(), charge, null), roots, quantity);
  }

  private static String numbers(List<UnbilledItem> items) {
    List<String> numbers = items.stream().map(UnbilledItem::deliveryNumber).distinct().toList();
    String named = String.join(", ", numbers.subList(0, Math.min(NUMBERS_NAMED, numbers.size())));
    int more = numbers.size() - NUMBERS_NAMED;
    return more > 0 ? named + " +" + more : named;
  }

  private static Price priced(UnbilledItem item) {
    Price price = item.price();
    if (price == null) {
      throw new IllegalStateException(item.deliveryNumber() + " is ready and has no price");
    }
    return price;
  }
}
