package io.dunwell.contracts;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.TableCopy;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes deliveries and their lines. */
@Component
class DeliveryTables {

  private static final String DELIVERY =
      "contracts.delivery (id, number, contract, customer, kind, delivered_on, reason,"
          + " recorded_by)";
  private static final String LINE =
      "contracts.delivery_line (id, delivery, position, item, description, quantity, returns_of)";

  private final JdbcTemplate jdbc;
  private final ShipTos shipTos;

  DeliveryTables(JdbcTemplate jdbc, ShipTos shipTos) {
    this.jdbc = jdbc;
    this.shipTos = shipTos;
  }

  /** A delivery about to be written. */
  record Delivery(
      DeliveryId id,
      String number,
      ContractId contract,
      UUID customer,
      DeliveryKind kind,
      LocalDate on,
      @Nullable String reason,
      List<Line> lines,
      @Nullable ShipTo shipTo) {}

  /** A line about to be written. */
  record Line(DeliveryLineId id, NewDelivery.Line of, @Nullable DeliveryLineId returnsOf) {}

  void write(List<Delivery> deliveries, Actor by) {
    try {
      TableCopy.into(jdbc, DELIVERY, deliveries, (each, row) -> delivery(each, by, row));
    } catch (DuplicateKeyException e) {
      throw new RuleViolation(
          "delivery.number-taken",
          "There already is a delivery with this number: "
              + String.valueOf(e.getMostSpecificCause().getMessage())
                  .replaceAll("(?s).*\\(number\\)=\\((.*?)\\).*", "$1")
              + ". A number is used once.");
    }
    TableCopy.into(
        jdbc,
        LINE,
        deliveries.stream().flatMap(Position::of).toList(),
        (position, row) -> line(position, row));
    shipTos.write(deliveries);
  }

  /** Keeps others from taking anything back from the delivery until this transaction ends. */
  void lock(UUID delivery) {
    jdbc.queryForList(
        "select pg_advisory_xact_lock(hashtextextended(?::text, 1200))::text", delivery.toString());
  }

  private static void delivery(Delivery delivery, Actor by, TableCopy.Row row) {
    row.add(delivery.id().value())
        .add(delivery.number())
        .add(delivery.contract().value())
        .add(delivery.customer())
        .add(delivery.kind().name())
        .add(delivery.on())
        .add(delivery.reason())
        .add(by.name());
  }

  private static void line(Position position, TableCopy.Row row) {
    Line line = position.delivery().lines().get(position.index());
    DeliveryLineId returned = line.returnsOf();
    row.add(line.id().value())
        .add(position.delivery().id().value())
        .add(position.index() + 1)
        .add(line.of().item())
        .add(line.of().description())
        .add(line.of().quantity())
        .add(returned == null ? null : returned.value());
  }

  private record Position(Delivery delivery, int index) {

    static java.util.stream.Stream<Position> of(Delivery delivery) {
      return IntStream.range(0, delivery.lines().size()).mapToObj(i -> new Position(delivery, i));
    }
  }
}
