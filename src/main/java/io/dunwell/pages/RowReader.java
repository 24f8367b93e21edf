package io.dunwell.pages;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row as our own types. */
public final class RowReader {

  private RowReader() {}

  public static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static @Nullable UUID maybeId(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  public static @Nullable String maybeText(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static @Nullable LocalDate maybeDay(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /**
   * The amount in the currency that the row's column {@code currency} names, rounded to what that
   * knows, for values may be computed; null is zero.
   */
  public static Money money(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return Money.rounded(
        amount == null ? BigDecimal.ZERO : amount, Currency.getInstance(row.getString("currency")));
  }

  public static @Nullable Money maybeMoney(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column) == null ? null : money(row, column);
  }
}
