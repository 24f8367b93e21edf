package io.dunwell.contracts.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A line in a list of deliveries.
 *
 * @param kind as {@link io.dunwell.contracts.DeliveryKind} names it
 * @param proof {@code ATTACHED}, {@code MISSING} or {@code NOT_NEEDED}
 * @param cameBack whether something of it was taken back
 */
record DeliveryRow(
    UUID id,
    String number,
    UUID contract,
    String contractNumber,
    UUID customer,
    String customerName,
    String kind,
    LocalDate deliveredOn,
    String items,
    int lines,
    String proof,
    boolean cameBack) {

  static final Columns<DeliveryRow> COLUMNS =
      Columns.<DeliveryRow>of("deliveries")
          .text("number", "deliveries.number", DeliveryRow::number)
          .date("on", "deliveries.on", DeliveryRow::deliveredOn)
          .word("kind", "deliveries.kind", "deliveries.kind.", DeliveryRow::kind)
          .text("customer", "contracts.customer", DeliveryRow::customerName)
          .text("contract", "deliveries.contract", DeliveryRow::contractNumber)
          .text("items", "deliveries.items", DeliveryRow::items)
          .number("lines", "deliveries.lines", DeliveryRow::lines)
          .word("proof", "deliveries.proof", "deliveries.proof.", DeliveryRow::proof);

  private static final String PROOF =
      """
      case when exists (select 1 from contracts.v_proof f where f.delivery = d.id) then 'ATTACHED'
           when v.proof_required and d.kind <> 'RETURN' then 'MISSING'
           else 'NOT_NEEDED' end""";

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "d.number",
          "on", "d.delivered_on",
          "kind", "d.kind",
          "customer", "lower(c.name)",
          "contract", "v.number",
          "proof", PROOF);

  static Query all(String q) {
    return Query.select(
            """
            d.*, v.number contract_number, c.name customer_name,
            (select count(*) from contracts.delivery_line l where l.delivery = d.id) lines,
            (select string_agg(trim_scale(l.quantity) || ' ' || l.item, ', ' order by l.position)
               from contracts.delivery_line l where l.delivery = d.id and l.position <= 3) items,
            exists (select 1 from contracts.delivery_line l
                      join contracts.delivery_line r on r.returns_of = l.id
                     where l.delivery = d.id) came_back,
            """
                + PROOF
                + " proof",
            "contracts.delivery d join contracts.v_contract v on v.id = d.contract"
                + " join party.v_customer c on c.id = d.customer")
        .find(q, "d.number", "v.number", "c.number", "c.name")
        .sortedBy(SORTS, "-on", "d.id desc");
  }

  static Query all(String q, boolean proofMissing) {
    Query query = all(q);
    return proofMissing ? query.where("(" + PROOF + ") = 'MISSING'") : query;
  }

  static DeliveryRow read(ResultSet row, int n) throws SQLException {
    return new DeliveryRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "number"),
        RowReader.id(row, "contract"),
        RowReader.text(row, "contract_number"),
        RowReader.id(row, "customer"),
        RowReader.text(row, "customer_name"),
        RowReader.text(row, "kind"),
        RowReader.day(row, "delivered_on"),
        RowReader.text(row, "items"),
        row.getInt("lines"),
        RowReader.text(row, "proof"),
        row.getBoolean("came_back"));
  }
}
