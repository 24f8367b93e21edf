package io.dunwell.exchange;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryView;
import io.dunwell.contracts.NewDelivery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Confirms deliveries, each as a whole: with one bad line none of its lines is taken. */
@Component
class DeliveryBooking implements Booking<DeliveryLineRow> {

  private final Contracts contracts;
  private final Deliveries deliveries;
  private final Clock clock;

  DeliveryBooking(Contracts contracts, Deliveries deliveries, Clock clock) {
    this.contracts = contracts;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public Reader<DeliveryLineRow> reader(Mapping mapping, ImportKind kind) {
    return DeliveryRows::read;
  }

  @Override
  public boolean together(@Nullable DeliveryLineRow one, @Nullable DeliveryLineRow next) {
    return one != null && next != null && one.delivery().equals(next.delivery());
  }

  @Override
  public void book(Run run, List<Read<DeliveryLineRow>> rows, Tally tally) {
    Books books = books(rows);
    Set<String> seen = run.dryRun() ? run.seen().keySet() : new HashSet<>();
    List<NewDelivery> wanted = new ArrayList<>();
    for (List<Read<DeliveryLineRow>> group : groups(rows)) {
      DeliveryLineRow first = group.get(0).value();
      if (first == null) {
        group.forEach(each -> tally.rejected(each.row()));
        continue;
      }
      NewDelivery delivery = delivery(group, first, books, seen, tally);
      if (delivery != null) {
        remember(run, seen, first.delivery(), group.get(0).row());
        wanted.add(delivery);
        group.forEach(each -> tally.accepted(each.row(), null));
      }
    }
    if (!run.dryRun()) {
      deliveries.confirmAll(wanted, run.by());
    }
  }

  /** What the books know of the rows' contracts and deliveries. */
  private record Books(Map<String, ContractView> contracts, Map<String, DeliveryView> deliveries) {}

  private Books books(List<Read<DeliveryLineRow>> rows) {
    List<DeliveryLineRow> read = rows.stream().map(Read::value).filter(Objects::nonNull).toList();
    Map<String, DeliveryId> ids =
        deliveries.idsByNumber(
            read.stream().map(DeliveryLineRow::delivery).collect(Collectors.toSet()));
    Map<String, DeliveryView> known =
        deliveries.views(ids.values()).values().stream()
            .collect(Collectors.toMap(DeliveryView::number, view -> view));
    return new Books(
        contracts.latestByNumbers(
            read.stream()
                .map(DeliveryLineRow::content)
                .filter(Objects::nonNull)
                .map(DeliveryLineRow.Content::contract)
                .collect(Collectors.toSet())),
        known);
  }

  private List<List<Read<DeliveryLineRow>>> groups(List<Read<DeliveryLineRow>> rows) {
    List<List<Read<DeliveryLineRow>>> groups = new ArrayList<>();
    DeliveryLineRow before = null;
    for (Read<DeliveryLineRow> each : rows) {
      if (groups.isEmpty() || !together(before, each.value())) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(each);
      before = each.value();
    }
    return groups;
  }

  /** The delivery, or null after saying what became of its rows. */
  private @Nullable NewDelivery delivery(
      List<Read<DeliveryLineRow>> group,
      DeliveryLineRow first,
      Books books,
      Set<String> seen,
      Tally tally) {
    DeliveryLineRow.Content head = first.content();
    List<NewDelivery.Line> lines = lines(group, head);
    if (head == null || lines.size() < group.size()) {
      rejectWhole(group, tally);
      return null;
    }
    ContractView contract = books.contracts().get(head.contract());
    DeliveryView there = books.deliveries().get(first.delivery());
    if (there != null && same(there, head, lines)) {
      group.forEach(each -> tally.duplicate());
    } else if (there != null || seen.contains(first.delivery())) {
      reject(
          group,
          ProfileField.DELIVERY_NUMBER,
          "delivery.differs",
          "There is a delivery %s already, and it is another. The rows of one delivery stand together; what is booked is taken back on its page."
              .formatted(first.delivery()),
          tally);
    } else if (contract == null) {
      reject(
          group,
          ProfileField.CONTRACT_NUMBER,
          "contract.unknown",
          "There is no contract %s. Correct the number, or import the contract first."
              .formatted(head.contract()),
          tally);
    } else if (head.deliveredOn().isAfter(LocalDate.now(clock))) {
      reject(
          group,
          ProfileField.DELIVERED_ON,
          "delivery.in-future",
          "Nothing is delivered before its day comes.",
          tally);
    } else {
      return new NewDelivery(
          contract.id(), first.delivery(), head.deliveredOn(), head.kind(), lines, head.shipTo());
    }
    return null;
  }

  private static void remember(Run run, Set<String> seen, String number, RowCells row) {
    if (run.dryRun()) {
      run.seen().put(number, new Run.Seen(row.number(), 0));
    } else {
      seen.add(number);
    }
  }

  /** The lines that agree with the first about what delivery they are of. */
  private static List<NewDelivery.Line> lines(
      List<Read<DeliveryLineRow>> group, DeliveryLineRow.@Nullable Content head) {
    List<NewDelivery.Line> lines = new ArrayList<>();
    for (Read<DeliveryLineRow> each : group) {
      DeliveryLineRow row = each.value();
      DeliveryLineRow.Content content = row == null ? null : row.content();
      if (content != null && head != null && content.agrees(head)) {
        lines.add(content.line());
      }
    }
    return lines;
  }

  private static boolean same(
      DeliveryView there, DeliveryLineRow.Content head, List<NewDelivery.Line> lines) {
    boolean alike =
        there.contractNumber().equals(head.contract())
            && there.deliveredOn().equals(head.deliveredOn())
            && there.kind() == head.kind()
            && Objects.equals(there.shipTo(), head.shipTo())
            && there.lines().size() == lines.size();
    for (int i = 0; alike && i < lines.size(); i++) {
      alike =
          there.lines().get(i).item().equals(lines.get(i).item())
              && there.lines().get(i).quantity().compareTo(lines.get(i).quantity()) == 0;
    }
    return alike;
  }

  private static void rejectWhole(List<Read<DeliveryLineRow>> group, Tally tally) {
    for (Read<DeliveryLineRow> each : group) {
      if (each.row().wrong()) {
        tally.rejected(each.row());
      } else {
        tally.rejected(
            each.row(),
            ProfileField.DELIVERY_NUMBER,
            "delivery.line-wrong",
            "Another line of this delivery is wrong, or names another contract or day. Mend it and send the whole delivery again.");
      }
    }
  }

  private static void reject(
      List<Read<DeliveryLineRow>> group,
      ProfileField field,
      String code,
      String sentence,
      Tally tally) {
    group.forEach(each -> tally.rejected(each.row(), field, code, sentence));
  }
}
