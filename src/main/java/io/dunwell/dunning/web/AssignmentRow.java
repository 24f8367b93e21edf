package io.dunwell.dunning.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose policy is which from a day on.
 *
 * @param customer whose account file tells more, null for the company
 * @param subject the customer's name or the invoice's number, null for the company
 * @param policy null when the next wider one holds again
 */
record AssignmentRow(
    String scope,
    @Nullable UUID customer,
    @Nullable String subject,
    @Nullable String policy,
    LocalDate effectiveOn,
    String by) {

  static final Columns<AssignmentRow> COLUMNS =
      Columns.<AssignmentRow>of("policy-assignments")
          .word("scope", "policies.scope", "policies.scope.", AssignmentRow::scope)
          .text("subject", "policies.subject", AssignmentRow::subject)
          .text("policy", "policies.policy", AssignmentRow::policy)
          .date("from", "policies.from", AssignmentRow::effectiveOn)
          .text("by", "receipt.by", AssignmentRow::by);

  private static final String FROM =
      "dunning.policy_assignment a"
          + " left join party.v_customer c on a.scope = 'CUSTOMER' and c.id = a.subject"
          + " left join receivables.v_open_item i"
          + " on a.scope = 'INVOICE' and i.document = a.subject and i.instalment = 1";

  static Query all(String q) {
    return Query.select(
            "a.*, coalesce(c.id, i.customer) as customer, coalesce(c.name, i.number) as name", FROM)
        .find(q, "c.name", "c.number", "i.number", "a.policy", "a.scope")
        .sortedBy(
            Map.of(
                "scope", "a.scope",
                "subject", "coalesce(c.name, i.number)",
                "policy", "a.policy",
                "from", "a.effective_on",
                "by", "a.recorded_by"),
            "-from",
            "a.recorded_at desc, a.id desc");
  }

  static AssignmentRow read(ResultSet row, int n) throws SQLException {
    return new AssignmentRow(
        RowReader.text(row, "scope"),
        RowReader.maybeId(row, "customer"),
        RowReader.maybeText(row, "name"),
        RowReader.maybeText(row, "policy"),
        RowReader.day(row, "effective_on"),
        RowReader.text(row, "recorded_by"));
  }
}
