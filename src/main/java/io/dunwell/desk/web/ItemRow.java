package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open item in the account file.
 *
 * @param label its number, with the instalment where there are several
 * @param held how much of it is not chased, null if nothing
 * @param heldBecause why
 * @param level how many rungs of the ladder it has climbed
 */
record ItemRow(
    UUID id,
    String label,
    String number,
    String kind,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money amount,
    Money open,
    @Nullable Money held,
    @Nullable String heldBecause,
    int level) {

  static ItemRow read(ResultSet row, int n) throws SQLException {
    return new ItemRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "label"),
        RowReader.text(row, "number"),
        RowReader.text(row, "kind"),
        RowReader.day(row, "issued_on"),
        RowReader.day(row, "due_on"),
        RowReader.money(row, "amount"),
        RowReader.money(row, "open"),
        RowReader.maybeMoney(row, "held"),
        RowReader.maybeText(row, "held_because"),
        row.getInt("level"));
  }
}
