package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold in the account file.
 *
 * @param label the held item, null for the whole account
 * @param amount null for all of it: of an account in every currency there is no one amount
 * @param untilOn the last day, null until released
 */
record HoldRow(
    UUID id,
    String reason,
    @Nullable String label,
    @Nullable Money amount,
    String why,
    LocalDate fromOn,
    @Nullable LocalDate untilOn,
    @Nullable LocalDate releasedOn,
    @Nullable String releaseWhy,
    String placedBy) {

  static HoldRow read(ResultSet row, int n) throws SQLException {
    BigDecimal amount = row.getBigDecimal("amount");
    String currency = row.getString("shown_currency");
    return new HoldRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "reason"),
        RowReader.maybeText(row, "label"),
        amount == null ? null : new Money(amount, Currency.getInstance(currency)),
        RowReader.text(row, "why"),
        RowReader.day(row, "from_on"),
        RowReader.maybeDay(row, "until_on"),
        RowReader.maybeDay(row, "released_on"),
        RowReader.maybeText(row, "release_why"),
        RowReader.text(row, "placed_by"));
  }

  public boolean inForce(LocalDate day) {
    return !fromOn.isAfter(day)
        && (untilOn == null || !untilOn.isBefore(day))
        && (releasedOn == null || releasedOn.isAfter(day));
  }
}
