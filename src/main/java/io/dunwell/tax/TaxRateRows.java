package io.dunwell.tax;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads rows of the table of rates. */
final class TaxRateRows {

  private TaxRateRows() {}

  static TaxRateView view(ResultSet rs, int number) throws SQLException {
    BigDecimal rate = rs.getBigDecimal("rate");
    BigDecimal upTo = rs.getBigDecimal("price_up_to");
    return new TaxRateView(
        rs.getString("scheme"),
        rs.getString("code"),
        RateComponent.valueOf(rs.getString("component")),
        Charge.plain(rate),
        rs.getObject("valid_from", LocalDate.class),
        rs.getObject("valid_until", LocalDate.class),
        rs.getString("law"),
        rs.getString("recorded_by"),
        rs.getString("unit"),
        upTo == null ? null : Charge.plain(upTo));
  }
}
