package io.dunwell.receivables;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.TableCopy;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes new documents and their items. */
@Component
class OpeningTables {

  private static final String DOCUMENT =
      "receivables.document (id, number, kind, customer, currency, issued_on, total, instalments,"
          + " reference, source, recorded_by)";
  private static final String ITEM =
      "receivables.open_item (id, document, instalment, customer, currency, issued_on, due_on,"
          + " amount, open, moved_on)";

  private final JdbcTemplate jdbc;

  OpeningTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(List<Opening> openings, Actor by) {
    try {
      TableCopy.into(jdbc, DOCUMENT, openings, (opening, row) -> document(opening, by, row));
    } catch (DuplicateKeyException e) {
      throw new RuleViolation(
          "document.already-exists",
          "There already is a document with this number: "
              + String.valueOf(e.getMostSpecificCause().getMessage())
                  .replaceAll("(?s).*\\(number\\)=\\((.*?)\\).*", "$1")
              + ". A number is used once.");
    }
    TableCopy.into(
        jdbc,
        ITEM,
        openings.stream().flatMap(Row::of).toList(),
        (row, into) -> item(row.opening(), row.instalment(), into));
  }

  private static void document(Opening opening, Actor by, TableCopy.Row row) {
    NewDocument document = opening.document();
    row.add(opening.id().value())
        .add(document.number())
        .add(document.kind().name())
        .add(document.customer().value())
        .add(document.total().currency().getCurrencyCode())
        .add(document.issuedOn())
        .add(document.total().amount())
        .add(opening.instalments().size())
        .add(document.reference())
        .add(document.source())
        .add(by.name());
  }

  private static void item(Opening opening, Opening.Instalment instalment, TableCopy.Row row) {
    NewDocument document = opening.document();
    row.add(instalment.item().value())
        .add(opening.id().value())
        .add(instalment.number())
        .add(document.customer().value())
        .add(document.total().currency().getCurrencyCode())
        .add(document.issuedOn())
        .add(instalment.dueOn())
        .add(instalment.amount().amount())
        .add(instalment.amount().amount())
        .add(document.issuedOn());
  }

  private record Row(Opening opening, Opening.Instalment instalment) {

    static java.util.stream.Stream<Row> of(Opening opening) {
      return opening.instalments().stream().map(each -> new Row(opening, each));
    }
  }
}
