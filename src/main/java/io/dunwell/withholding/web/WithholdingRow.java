package io.dunwell.withholding.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was once agreed with a customer about a tax at source.
 *
 * @param contract the number of the only contract it is about; null for all
 * @param answer {@code YES} if it is due
 * @param rate in per cent; null for the law's
 */
record WithholdingRow(
    LocalDate from,
    String code,
    @Nullable UUID contractId,
    @Nullable String contract,
    String answer,
    @Nullable String rate,
    String reason,
    String by,
    Instant at) {

  static final Columns<WithholdingRow> COLUMNS =
      Columns.<WithholdingRow>of("taxes-at-source")
          .date("from", "billing.withholding.from", WithholdingRow::from)
          .text("code", "billing.withholding.code", WithholdingRow::code)
          .text("contract", "billing.contract", WithholdingRow::contract)
          .word(
              "applies", "billing.withholding.due", "billing.withholding.", WithholdingRow::answer)
          .text("rate", "billing.withholding.rate", WithholdingRow::rate)
          .text("reason", "billing.withholding.reason", WithholdingRow::reason)
          .text("by", "billing.withholding.by", WithholdingRow::by);

  private static final Map<String, String> SORTS =
      Map.of(
          "from", "w.valid_from",
          "code", "w.code",
          "contract", "k.number",
          "applies", "w.applies",
          "rate", "w.rate",
          "by", "w.recorded_by");

  static Query of(UUID customer, String q) {
    return Query.select(
            "w.*, k.number as contract_number",
            "withholding.withholding_choice w left join contracts.v_contract k on k.id = w.contract")
        .where("w.customer = :customer", "customer", customer)
        .find(q, "w.code", "w.reason", "k.number", "w.recorded_by")
        .sortedBy(SORTS, "-from", "w.recorded_at desc");
  }

  static WithholdingRow read(ResultSet row, int index) throws SQLException {
    BigDecimal rate = row.getBigDecimal("rate");
    return new WithholdingRow(
        row.getObject("valid_from", LocalDate.class),
        row.getString("code"),
        row.getObject("contract", UUID.class),
        row.getString("contract_number"),
        row.getBoolean("applies") ? "YES" : "NO",
        rate == null ? null : rate.stripTrailingZeros().toPlainString(),
        row.getString("reason"),
        row.getString("recorded_by"),
        Objects.requireNonNull(row.getObject("recorded_at", OffsetDateTime.class)).toInstant());
  }
}
