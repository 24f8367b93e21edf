package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.Price;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.ShipTo;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Ids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is ready into invoices: by delivery, month or contract, as the contract says, and what
 * went to different places apart.
 */
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
   * @param to where its goods went, null if to the address that is billed
   * @param items what it bills of deliveries
   * @param before what else of the month is billed before it, for another place
   * @param after what else of the month is billed after it
   */
  record Group(
      ContractId contract,
      @Nullable Month month,
      @Nullable Destination to,
      List<UnbilledItem> items,
      List<UnbilledItem> before,
      List<UnbilledItem> after) {

    Group(ContractId contract, @Nullable Month month, List<UnbilledItem> items) {
      this(contract, month, null, items, List.of(), List.of());
    }

    /** Whether what the month costs beside its deliveries stands here. */
    boolean bearsMonth() {
      return before.isEmpty();
    }

    /** The lines of the month's later invoices. */
    List<Line> later() {
      return after.isEmpty()
          ? List.of()
          : lines(
              new Group(contract, month, to, /* items= */ after, /* before= */ items, List.of()));
    }
  }

  /**
   * What goes onto one invoice each.
   *
   * @param shipTos where deliveries went that went elsewhere
   */
  static List<Group> groups(List<UnbilledItem> ready, Map<DeliveryId, ShipTo> shipTos) {
    Map<String, Map<String, Group>> groups = new LinkedHashMap<>();
    for (UnbilledItem item : ready) {
      Destination to = destination(item, shipTos);
      groups
          .computeIfAbsent(group(item), key -> new LinkedHashMap<>())
          .computeIfAbsent(to == null ? "" : to.key(), key -> groupOf(item, to))
          .items()
          .add(item);
    }
    return groups.values().stream()
        .flatMap(places -> inOrder(List.copyOf(places.values())))
        .toList();
  }

  private static @Nullable Destination destination(
      UnbilledItem item, Map<DeliveryId, ShipTo> shipTos) {
    ShipTo to = shipTos.get(new DeliveryId(item.delivery()));
    return to == null
        ? null
        : new Destination(item.delivery(), to, priced(item).priceLine().service());
  }

  /** Several places of a month know of each other: their quantities count together. */
  private static Stream<Group> inOrder(List<Group> places) {
    if (places.size() == 1 || places.get(0).month() == null) {
      return places.stream();
    }
    return IntStream.range(0, places.size())
        .mapToObj(
            at -> {
              Group one = places.get(at);
              return new Group(
                  one.contract(),
                  one.month(),
                  one.to(),
                  one.items(),
                  items(places.subList(0, at)),
                  items(places.subList(at + 1, places.size())));
            });
  }

  private static List<UnbilledItem> items(List<Group> groups) {
    return groups.stream().flatMap(group -> group.items().stream()).toList();
  }

  private static Group groupOf(UnbilledItem item, @Nullable Destination to) {
    Month month =
        item.rule() == BillingRule.MONTHLY
            ? new Month(item.contract(), YearMonth.from(item.deliveredOn()))
            : null;
    return new Group(item.contract(), month, to, new ArrayList<>(), List.of(), List.of());
  }

  /** The lines of one invoice: deliveries of a month are added up by item and price. */
  static List<Line> lines(Group group) {
    Map<String, List<UnbilledItem>> together = new LinkedHashMap<>();
    group
        .items()
        .forEach(item -> together.computeIfAbsent(line(item), key -> new ArrayList<>()).add(item));
    Map<String, BigDecimal> before = new HashMap<>();
    group.before().forEach(item -> before.merge(line(item), item.quantity(), BigDecimal::add));
    return together.entrySet().stream()
        .map(each -> line(each.getValue(), before.getOrDefault(each.getKey(), BigDecimal.ZERO)))
        .toList();
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

  private static Line line(List<UnbilledItem> items, BigDecimal before) {
    BigDecimal quantity =
        items.stream().map(UnbilledItem::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    Price price = priced(items.get(0)).part(before, quantity);
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
