package io.dunwell.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.exchange.ConflictView.Decision;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows that differ from the books, and what people decide about them. */
@Component
class Conflicts {

  private static final String CONFLICT =
      """
      select q.row_number, q.decision, q.decision_reason, q.decided_by, p.value, p.message
      from exchange.quarantined_row q
      join lateral (select value, message from exchange.problem p
        where p.import = q.import and p.row_number = q.row_number and p.severity = 'CONFLICT'
        order by id limit 1) p on true
      where q.import = :id and q.conflict order by q.row_number limit :size offset :offset
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Decisions decisions;
  private final Corrections corrections;
  private final Customers customers;
  private final ContractBooking contracts;
  private final ApplicationEventPublisher events;

  Conflicts(
      JdbcClient jdbc,
      ObjectMapper json,
      Decisions decisions,
      Corrections corrections,
      Customers customers,
      ContractBooking contracts,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.json = json;
    this.decisions = decisions;
    this.corrections = corrections;
    this.customers = customers;
    this.contracts = contracts;
    this.events = events;
  }

  Page<ConflictView> list(ImportId id, int page, int size) {
    List<ConflictView> content =
        jdbc.sql(CONFLICT)
            .param("id", id.value())
            .param("size", size)
            .param("offset", (long) page * size)
            .query(Conflicts::view)
            .list();
    Long total =
        jdbc.sql("select count(*) from exchange.quarantined_row where import = :id and conflict")
            .param("id", id.value())
            .query(Long.class)
            .single();
    return new Page<>(content, page, size, total);
  }

  void decide(ImportView file, int row, Decision decision, String reason, Actor by) {
    ImportId id = new ImportId(file.id());
    if (reason.isBlank()) {
      throw new RuleViolation("conflict.no-reason", "Say why the one or the other is right.");
    }
    if (decision == Decision.RESENT) {
      throw new RuleViolation("conflict.decision-unknown", "Decide KEPT or CORRECTED.");
    }
    if (file.dryRun()) {
      throw new RuleViolation(
          "conflict.dry-run", "A dry run books nothing. Import the file and decide then.");
    }
    String reading = open(id, row);
    switch (file.kind()) {
      case LEDGER, INVOICES -> invoice(id, read(reading, HistoricRow.class), decision, reason, by);
      case CUSTOMERS -> customer(read(reading, NewCustomer.class), decision, by);
      case CONTRACTS -> contract(id, read(reading, ContractRows.Row.class), decision, reason, by);
      case PRICE_LINES, DELIVERIES, RETURNS, PROOFS -> {}
      case RECEIPTS -> receipt(id, read(reading, ReceiptRow.class), decision, reason, by);
    }
    close(id, row, decision, reason, by);
  }

  private void invoice(ImportId id, HistoricRow row, Decision decision, String reason, Actor by) {
    if (decision == Decision.CORRECTED) {
      corrections.correct(id, row, reason, by);
    }
    decisions.remember(id, row.invoiceNumber(), LedgerPlan.content(row));
  }

  private void customer(NewCustomer row, Decision decision, Actor by) {
    if (decision == Decision.CORRECTED) {
      customers
          .byNumber(row.number())
          .ifPresent(view -> customers.change(view.id(), CustomerBooking.merged(view, row), by));
    }
  }

  private void contract(
      ImportId id, ContractRows.Row row, Decision decision, String reason, Actor by) {
    if (decision == Decision.CORRECTED) {
      contracts.amend(row, reason, by);
    } else {
      decisions.remember(id, row.number(), ContractBooking.content(row));
    }
  }

  private void receipt(ImportId id, ReceiptRow row, Decision decision, String reason, Actor by) {
    if (decision == Decision.CORRECTED) {
      corrections.correct(row, reason, by);
    }
    decisions.remember(id, row.key(), ReceiptBooking.content(row));
  }

  private String open(ImportId id, int row) {
    return jdbc.sql(
            "select reading from exchange.quarantined_row where import = :id and row_number = :row"
                + " and conflict and decision is null for update")
        .param("id", id.value())
        .param("row", row)
        .query(String.class)
        .optional()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "conflict.not-open",
                    "Row %d has no conflict that waits for a decision.".formatted(row)));
  }

  private void close(ImportId id, int row, Decision decision, String reason, Actor by) {
    jdbc.sql(
            "update exchange.quarantined_row set decision = :decision, decision_reason = :reason,"
                + " decided_by = :by, decided_at = clock_timestamp()"
                + " where import = :id and row_number = :row")
        .param("decision", decision.name())
        .param("reason", reason)
        .param("by", by.name())
        .param("id", id.value())
        .param("row", row)
        .update();
    events.publishEvent(
        new Auditable(
            by,
            "import-conflict.decided",
            "import",
            id.toString(),
            Map.of("row", String.valueOf(row), "decision", decision.name(), "reason", reason)));
  }

  private <T> T read(String reading, Class<T> type) {
    try {
      return json.readValue(reading, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConflictView view(ResultSet row, int index) throws SQLException {
    String decision = row.getString("decision");
    return new ConflictView(
        row.getInt("row_number"),
        row.getString("value"),
        row.getString("message"),
        decision == null ? null : Decision.valueOf(decision),
        row.getString("decision_reason"),
        row.getString("decided_by"));
  }
}
