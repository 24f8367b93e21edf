package io.dunwell.exchange;

import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryLineId;
import io.dunwell.contracts.DeliveryLineView;
import io.dunwell.contracts.DeliveryView;
import io.dunwell.contracts.NewReturn;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes back what files say came back; what is booked already counts as such. */
@Component
class ReturnBooking implements Booking<ReturnRow> {

  private final Deliveries deliveries;
  private final Clock clock;

  ReturnBooking(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** A return that cannot be taken, with the cell that is wrong about it. */
  private static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProfileField field;
    private final String code;

    Refusal(ProfileField field, String code, String sentence) {
      super(sentence, null, false, false);
      this.field = field;
      this.code = code;
    }
  }

  @Override
  public Reader<ReturnRow> reader(Mapping mapping, ImportKind kind) {
    return new ReturnRows();
  }

  @Override
  public void book(Run run, List<Read<ReturnRow>> rows, Tally tally) {
    Map<String, DeliveryView> known = known(rows);
    Map<DeliveryLineId, BigDecimal> taken = new HashMap<>();
    for (Read<ReturnRow> each : rows) {
      ReturnRow row = each.value();
      if (row == null) {
        tally.rejected(each.row());
        continue;
      }
      try {
        book(run, each.row(), row, known, taken, tally);
      } catch (Refusal refused) {
        String sentence = Objects.requireNonNull(refused.getMessage());
        tally.rejected(each.row(), refused.field, refused.code, sentence);
      }
    }
  }

  private void book(
      Run run,
      RowCells cells,
      ReturnRow row,
      Map<String, DeliveryView> known,
      Map<DeliveryLineId, BigDecimal> taken,
      Tally tally) {
    DeliveryView from = known.get(row.delivery());
    if (from == null || !from.kind().goesOut()) {
      throw new Refusal(
          ProfileField.DELIVERY_NUMBER,
          "delivery.unknown",
          "There is no delivery %s. Correct the number, or import the delivery first."
              .formatted(row.delivery()));
    }
    DeliveryLineView line = line(from, row);
    if (booked(from, line, row)) {
      tally.duplicate();
      return;
    }
    BigDecimal left = line.left().subtract(taken.getOrDefault(line.id(), BigDecimal.ZERO));
    check(row, from, line, left);
    taken.merge(line.id(), row.quantity(), BigDecimal::add);
    if (!run.dryRun()) {
      deliveries.takeBack(
          new NewReturn(line.id(), row.quantity(), row.on(), row.reason(), row.number()), run.by());
    }
    tally.accepted(cells, null);
  }

  private static DeliveryLineView line(DeliveryView from, ReturnRow row) {
    List<DeliveryLineView> lines =
        from.lines().stream()
            .filter(line -> row.line() == null || line.position() == row.line())
            .filter(line -> row.item() == null || line.item().equals(row.item()))
            .toList();
    if (lines.isEmpty()) {
      throw new Refusal(
          row.item() == null ? ProfileField.LINE : ProfileField.ITEM,
          "delivery-line.unknown",
          "Delivery %s has no such line.".formatted(from.number()));
    }
    if (lines.size() > 1) {
      throw new Refusal(
          ProfileField.LINE,
          "delivery-line.ambiguous",
          "Delivery %s has several lines of %s. Add a column line with the position."
              .formatted(from.number(), lines.get(0).item()));
    }
    return lines.get(0);
  }

  /** Whether as many returns as the file has by now say the same. */
  private boolean booked(DeliveryView from, DeliveryLineView line, ReturnRow row) {
    String number = row.number();
    if (number != null) {
      return deliveries.byNumber(number).filter(there -> same(there, line, row)).isPresent();
    }
    long same =
        deliveries.returnsOf(from.id()).stream().filter(there -> same(there, line, row)).count();
    return same >= row.occurrence();
  }

  private static boolean same(DeliveryView there, DeliveryLineView line, ReturnRow row) {
    return there.lines().stream()
        .filter(each -> line.id().equals(each.returnsOf()))
        .anyMatch(
            each ->
                row.says(
                    new NewReturn(
                        line.id(),
                        each.quantity(),
                        there.deliveredOn(),
                        String.valueOf(there.reason()),
                        null)));
  }

  private void check(ReturnRow row, DeliveryView from, DeliveryLineView line, BigDecimal left) {
    LocalDate today = LocalDate.now(clock);
    String number = row.number();
    if (row.on().isAfter(today)) {
      throw new Refusal(
          ProfileField.RETURNED_ON,
          "delivery.in-future",
          "Nothing comes back before its day comes; today is " + Words.day(today) + ".");
    }
    if (row.on().isBefore(from.deliveredOn())) {
      throw new Refusal(
          ProfileField.RETURNED_ON,
          "return.before-delivery",
          "It went on %s; it cannot come back before that."
              .formatted(Words.day(from.deliveredOn())));
    }
    if (row.quantity().compareTo(left) > 0) {
      throw new Refusal(
          ProfileField.QUANTITY,
          "return.more-than-delivered",
          "Only %s %s is left of %s; no more than that can come back."
              .formatted(left.toPlainString(), line.item(), from.number()));
    }
    if (number != null && deliveries.byNumber(number).isPresent()) {
      throw new Refusal(
          ProfileField.RETURN_NUMBER,
          "return.differs",
          "There is a return or delivery %s already, and it is another.".formatted(number));
    }
  }

  private Map<String, DeliveryView> known(List<Read<ReturnRow>> rows) {
    Map<String, DeliveryId> ids =
        deliveries.idsByNumber(
            rows.stream()
                .map(Read::value)
                .filter(Objects::nonNull)
                .map(ReturnRow::delivery)
                .collect(Collectors.toSet()));
    return deliveries.views(ids.values()).values().stream()
        .collect(Collectors.toMap(DeliveryView::number, view -> view));
  }
}
