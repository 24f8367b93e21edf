package io.dunwell.dunning.web;

import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a daily run did with an account.
 *
 * @param outcome ACTED, SKIPPED or FAILED
 * @param sentence why not, null if it acted
 * @param step what it did, null if nothing
 * @param letter the letter that was written, null if none
 * @param openCase the case that acted, null if it did not or is closed since
 */
record RunAccountRow(
    UUID customer,
    String number,
    String name,
    String currency,
    String outcome,
    @Nullable String sentence,
    @Nullable String step,
    @Nullable UUID letter,
    @Nullable UUID openCase) {

  private static final String FROM =
      "dunning.run_account a join party.v_customer c on c.id = a.customer"
          + " left join dunning.notice n on n.id = a.notice"
          + " left join dunning.dunning_case k on k.id = n.case_id and k.closed_on is null";

  private static final Map<String, String> SORTS =
      Map.of(
          "customer", "lower(c.name)",
          "currency", "a.currency",
          "outcome", "a.outcome",
          "step", "coalesce(a.step, a.sentence)");

  /** What the run did with the accounts, perhaps only those of one outcome. */
  static Query of(UUID run, @Nullable String outcome, String q) {
    return Query.select("a.*, c.number, c.name, n.letter, k.id as open_case", FROM)
        .where("a.run = :run", "run", run)
        .where("a.outcome = :outcome", "outcome", outcome)
        .find(q, "c.number", "c.name", "a.sentence")
        .sortedBy(SORTS, "outcome", "c.number, a.currency");
  }

  static RunAccountRow read(ResultSet row, int n) throws SQLException {
    return new RunAccountRow(
        RowReader.id(row, "customer"),
        RowReader.text(row, "number"),
        RowReader.text(row, "name"),
        RowReader.text(row, "currency"),
        RowReader.text(row, "outcome"),
        RowReader.maybeText(row, "sentence"),
        RowReader.maybeText(row, "step"),
        RowReader.maybeId(row, "letter"),
        RowReader.maybeId(row, "open_case"));
  }
}
