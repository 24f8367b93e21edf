package io.dunwell.contracts;

import io.dunwell.shared.TableCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps where those deliveries went that went elsewhere; most have no row. */
@Component
class ShipTos {

  private static final String TARGET =
      "contracts.ship_to (delivery, name, street, postal_code, city, place, tax_number,"
          + " third_party)";

  private final JdbcTemplate jdbc;
  private final JdbcClient reading;

  ShipTos(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.reading = JdbcClient.create(jdbc);
  }

  /** Where a delivery went. */
  private record Kept(UUID delivery, ShipTo to) {}

  void write(List<DeliveryTables.Delivery> deliveries) {
    List<Kept> kept = deliveries.stream().flatMap(each -> kept(each).stream()).toList();
    if (!kept.isEmpty()) {
      TableCopy.into(jdbc, TARGET, kept, ShipTos::row);
    }
  }

  /** By delivery; what went to the address that is billed is left out. */
  Map<DeliveryId, ShipTo> of(Collection<DeliveryId> deliveries) {
    if (deliveries.isEmpty()) {
      return Map.of();
    }
    return reading
        .sql("select * from contracts.ship_to where delivery = any (:ids)")
        .param("ids", deliveries.stream().map(DeliveryId::value).toArray(UUID[]::new))
        .query((row, n) -> new Kept(row.getObject("delivery", UUID.class), shipTo(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(kept -> new DeliveryId(kept.delivery()), Kept::to));
  }

  private static List<Kept> kept(DeliveryTables.Delivery delivery) {
    ShipTo to = delivery.shipTo();
    return to == null ? List.of() : List.of(new Kept(delivery.id().value(), to));
  }

  private static void row(Kept kept, TableCopy.Row row) {
    ShipTo to = kept.to();
    row.add(kept.delivery())
        .add(to.name())
        .add(to.street())
        .add(to.postalCode())
        .add(to.city())
        .add(to.place())
        .add(to.taxNumber())
        .add(String.valueOf(to.thirdParty()));
  }

  private static ShipTo shipTo(ResultSet row) throws SQLException {
    @Nullable String postalCode = row.getString("postal_code");
    return new ShipTo(
        row.getString("name"),
        row.getString("street"),
        postalCode,
        row.getString("city"),
        row.getString("place"),
        row.getString("tax_number"),
        row.getBoolean("third_party"));
  }
}
