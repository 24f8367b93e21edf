package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How much is unbilled for one cause, in one currency, of one age, that stands in one way.
 *
 * @param standing null where nobody was asked and nothing was said
 */
record Share(
    Cause cause,
    String currency,
    AgeBand age,
    UnbilledRow.@Nullable Standing standing,
    int count,
    Money value) {

  static Share read(ResultSet row) throws SQLException {
    String standing = row.getString("standing");
    String currency = row.getString("currency");
    return new Share(
        Cause.valueOf(row.getString("cause")),
        currency,
        AgeBand.valueOf(row.getString("band")),
        standing == null ? null : UnbilledRow.Standing.valueOf(standing),
        row.getInt("count"),
        Money.rounded(row.getBigDecimal("value"), Currency.getInstance(currency)));
  }

  boolean explained() {
    return standing == UnbilledRow.Standing.EXPLAINED;
  }
}
