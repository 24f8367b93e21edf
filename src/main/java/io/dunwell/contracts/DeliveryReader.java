package io.dunwell.contracts;

import io.dunwell.documents.DocumentId;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads deliveries with their lines and proofs. */
@Component
class DeliveryReader {

  private static final String DELIVERY =
      """
      select d.*, c.number contract_number
        from contracts.delivery d join contracts.contract c on c.id = d.contract
       where d.id = any (:ids)""";
  private static final String LINE =
      """
      select l.*, l.quantity - coalesce((select sum(r.quantity) from contracts.delivery_line r
                                          where r.returns_of = l.id), 0) as remains
        from contracts.delivery_line l
       where l.delivery = any (:ids) order by l.delivery, l.position""";
  private static final String PROOF =
      "select * from contracts.proof where delivery = any (:ids) order by attached_at, id";

  private final JdbcClient jdbc;
  private final ShipTos shipTos;

  DeliveryReader(JdbcClient jdbc, ShipTos shipTos) {
    this.jdbc = jdbc;
    this.shipTos = shipTos;
  }

  /** The deliveries with those ids that exist. */
  Map<DeliveryId, DeliveryView> views(Collection<DeliveryId> ids) {
    UUID[] values = ids.stream().map(DeliveryId::value).toArray(UUID[]::new);
    Map<UUID, List<DeliveryLineView>> lines =
        grouped(LINE, values, (row, n) -> Map.entry(delivery(row), line(row)));
    Map<UUID, List<ProofView>> proofs =
        grouped(PROOF, values, (row, n) -> Map.entry(delivery(row), proof(row)));
    Map<DeliveryId, ShipTo> places = shipTos.of(ids);
    return jdbc
        .sql(DELIVERY)
        .param("ids", values)
        .query((row, n) -> view(row, lines, proofs, places))
        .list()
        .stream()
        .collect(Collectors.toMap(DeliveryView::id, view -> view));
  }

  DeliveryView view(DeliveryId id) {
    return Optional.ofNullable(views(List.of(id)).get(id))
        .orElseThrow(
            () -> new RuleViolation("delivery.unknown", "There is no delivery " + id + "."));
  }

  /** The ids of the deliveries with those numbers; unknown numbers are left out. */
  Map<String, DeliveryId> byNumbers(Collection<String> numbers) {
    return jdbc
        .sql("select number, id from contracts.delivery where number = any (:numbers)")
        .param("numbers", numbers.toArray(String[]::new))
        .query(
            (row, n) -> Map.entry(row.getString(1), new DeliveryId(row.getObject(2, UUID.class))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The delivery that the line is of. */
  DeliveryView ofLine(DeliveryLineId line) {
    return jdbc.sql("select delivery from contracts.delivery_line where id = :line")
        .param("line", line.value())
        .query((row, n) -> new DeliveryId(row.getObject(1, UUID.class)))
        .optional()
        .map(this::view)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "delivery-line.unknown", "There is no delivery line " + line + "."));
  }

  /** What took something away from the delivery's lines, directly or not, the earliest first. */
  List<DeliveryView> returnsOf(DeliveryId id) {
    List<DeliveryId> ids =
        jdbc.sql(
                """
                with recursive back (line, delivery) as (
                  select r.id, r.delivery from contracts.delivery_line r
                    join contracts.delivery_line l on l.id = r.returns_of
                   where l.delivery = :id
                  union all
                  select r.id, r.delivery from contracts.delivery_line r
                    join back on back.line = r.returns_of)
                select d.id from contracts.delivery d
                 where d.id in (select delivery from back) order by d.delivered_on, d.id""")
            .param("id", id.value())
            .query((row, n) -> new DeliveryId(row.getObject(1, UUID.class)))
            .list();
    Map<DeliveryId, DeliveryView> views = views(ids);
    return ids.stream().flatMap(each -> Optional.ofNullable(views.get(each)).stream()).toList();
  }

  private <T> Map<UUID, List<T>> grouped(
      String sql,
      UUID[] deliveries,
      org.springframework.jdbc.core.RowMapper<Map.Entry<UUID, T>> row) {
    return jdbc.sql(sql).param("ids", deliveries).query(row).list().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static DeliveryView view(
      ResultSet row,
      Map<UUID, List<DeliveryLineView>> lines,
      Map<UUID, List<ProofView>> proofs,
      Map<DeliveryId, ShipTo> places)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new DeliveryView(
        new DeliveryId(id),
        row.getString("number"),
        new ContractId(row.getObject("contract", UUID.class)),
        row.getString("contract_number"),
        new CustomerId(row.getObject("customer", UUID.class)),
        DeliveryKind.valueOf(row.getString("kind")),
        row.getObject("delivered_on", LocalDate.class),
        row.getString("reason"),
        row.getString("recorded_by"),
        row.getTimestamp("recorded_at").toInstant(),
        lines.getOrDefault(id, List.of()),
        proofs.getOrDefault(id, List.of()),
        places.get(new DeliveryId(id)));
  }

  private static DeliveryLineView line(ResultSet row) throws SQLException {
    UUID returned = row.getObject("returns_of", UUID.class);
    return new DeliveryLineView(
        new DeliveryLineId(row.getObject("id", UUID.class)),
        row.getInt("position"),
        row.getString("item"),
        row.getString("description"),
        plain(row.getBigDecimal("quantity")),
        returned == null ? null : new DeliveryLineId(returned),
        plain(row.getBigDecimal("remains")));
  }

  private static ProofView proof(ResultSet row) throws SQLException {
    return new ProofView(
        new ProofId(row.getObject("id", UUID.class)),
        new DeliveryId(delivery(row)),
        ProofKind.valueOf(row.getString("kind")),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("name"),
        row.getString("attached_by"),
        row.getObject("attached_on", LocalDate.class),
        row.getTimestamp("attached_at").toInstant(),
        row.getObject("withdrawn_on", LocalDate.class),
        row.getString("withdrawn_by"),
        row.getString("withdrawn_reason"));
  }

  private static UUID delivery(ResultSet row) throws SQLException {
    return row.getObject("delivery", UUID.class);
  }

  private static BigDecimal plain(@Nullable BigDecimal stored) {
    return stored == null ? BigDecimal.ZERO : Quantities.plain(stored);
  }
}
