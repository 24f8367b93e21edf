package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Statement;
import io.dunwell.receivables.Statements;
import io.dunwell.resolution.ContactView;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.DisputeView;
import io.dunwell.resolution.Disputes;
import io.dunwell.resolution.PromiseView;
import io.dunwell.resolution.Promises;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the pages of a dossier that come from the books and the contact log. */
@Component
class DossierPages {

  private final Statements statements;
  private final Contacts contacts;
  private final Promises promises;
  private final Disputes disputes;
  private final InterestPage interest;
  private final JdbcClient jdbc;

  DossierPages(
      Statements statements,
      Contacts contacts,
      Promises promises,
      Disputes disputes,
      InterestPage interest,
      JdbcClient jdbc) {
    this.statements = statements;
    this.contacts = contacts;
    this.promises = promises;
    this.disputes = disputes;
    this.interest = interest;
    this.jdbc = jdbc;
  }

  List<DossierPage> of(CaseView dossier, AccountKey account, LocalDate day) {
    Statement statement = statements.of(account.customer(), account.currency(), day);
    return List.of(
        statement(dossier, statement),
        invoices(account, day),
        interest.of(statement),
        contactLog(account));
  }

  private static DossierPage statement(CaseView dossier, Statement statement) {
    List<List<String>> rows =
        statement.lines().stream()
            .map(
                line ->
                    List.of(
                        line.label(),
                        Words.of(line.kind()),
                        Words.day(line.issuedOn()),
                        Words.day(line.dueOn()),
                        String.valueOf(Math.max(line.daysOverdue(), 0)),
                        Words.amount(line.amount()),
                        Words.amount(line.open())))
            .toList();
    return new DossierPage(
        "01-statement.html",
        "Statement of account as of " + Words.day(statement.asOf()),
        List.of(
            dossier.customerName() + " (" + dossier.customer() + "), " + dossier.currency(),
            "Open in all, money not yet applied taken off: " + Words.money(statement.total()),
            "Money received and not yet applied: " + Words.money(statement.cash())),
        List.of(
            new DossierPage.Table(
                "Open items",
                List.of("Document", "Kind", "Issued", "Due", "Days overdue", "Amount", "Open"),
                rows)));
  }

  private DossierPage invoices(AccountKey account, LocalDate day) {
    String customer = account.customer().value().toString();
    String currency = account.currency().getCurrencyCode();
    return new DossierPage(
        "02-invoices.html",
        "Invoices and what was paid on them",
        List.of(
            "Every document in " + currency + ", settled or not, as of " + Words.day(day) + "."),
        List.of(
            new DossierPage.Table(
                "Documents",
                List.of("Document", "Kind", "Issued", "Due", "Amount", "Open", "Settled"),
                texts(
                    """
                    select label, lower(replace(kind, '_', ' ')), issued_on, due_on, amount, open, settled_on
                    from receivables.v_open_item
                    where customer = cast(:customer as uuid) and currency = :currency
                    order by issued_on, label
                    """,
                    customer,
                    currency,
                    7)),
            new DossierPage.Table(
                "Payments, credits and write-offs",
                List.of("Document", "On", "Amount", "By", "Taken back on"),
                texts(
                    """
                    select i.label, a.effective_on, a.amount,
                           case when a.receipt is not null then 'payment'
                                when a.credit_item is not null then 'credit note'
                                else 'written off: ' || a.reason end,
                           a.reversed_on
                    from receipts.v_allocation a
                    join receivables.v_open_item i on i.id = a.item
                    where i.customer = cast(:customer as uuid) and i.currency = :currency
                    order by a.effective_on, i.label
                    """,
                    customer,
                    currency,
                    5))));
  }

  private DossierPage contactLog(AccountKey account) {
    String currency = account.currency().getCurrencyCode();
    return new DossierPage(
        "04-contact-log.html",
        "Calls, visits, promises and disputes",
        List.of("Every contact leaves a trace that nobody edits."),
        List.of(
            new DossierPage.Table(
                "Contacts",
                List.of("Day", "How", "Outcome", "With", "Note", "Logged by"),
                contacts.ofAccount(account.customer(), account.currency()).stream()
                    .map(DossierPages::row)
                    .toList()),
            new DossierPage.Table(
                "Promises",
                List.of("Made", "Amount", "Pay by", "Received", "What became of it", "Note"),
                promises.ofCustomer(account.customer()).stream()
                    .filter(promise -> promise.currency().equals(currency))
                    .flatMap(promise -> rows(promise).stream())
                    .toList()),
            new DossierPage.Table(
                "Disputes",
                List.of("Raised", "Claim", "State", "Settled", "Finding"),
                disputes.ofCustomer(account.customer()).stream()
                    .filter(dispute -> dispute.currency().equals(currency))
                    .map(DossierPages::row)
                    .toList())));
  }

  private static List<String> row(ContactView contact) {
    return List.of(
        Words.day(contact.happenedOn()),
        Words.of(contact.kind()),
        Words.of(contact.outcome()),
        Objects.requireNonNullElse(contact.person(), ""),
        contact.note(),
        contact.loggedBy());
  }

  private static List<List<String>> rows(PromiseView promise) {
    return promise.parts().stream()
        .map(
            part ->
                List.of(
                    Words.day(promise.madeOn()),
                    amount(part.amount(), promise),
                    Words.day(part.payBy()),
                    amount(part.received(), promise),
                    Words.of(part.outcome()),
                    promise.note()))
        .toList();
  }

  private static List<String> row(DisputeView dispute) {
    LocalDate settled = dispute.settledOn();
    return List.of(
        Words.day(dispute.raisedOn()),
        dispute.claim(),
        Words.of(dispute.state()),
        settled == null ? "" : Words.day(settled),
        Objects.requireNonNullElse(dispute.finding(), ""));
  }

  private static String amount(BigDecimal amount, PromiseView promise) {
    return text(amount, promise.currency());
  }

  private static String text(@Nullable Object cell, String currency) {
    if (cell instanceof BigDecimal amount) {
      return Words.amount(Money.rounded(amount, Currency.getInstance(currency)));
    }
    if (cell instanceof Date day) {
      return Words.day(day.toLocalDate());
    }
    return cell == null ? "" : cell.toString();
  }

  private List<List<String>> texts(String sql, String customer, String currency, int columns) {
    return jdbc.sql(sql)
        .param("customer", customer)
        .param("currency", currency)
        .query(
            (row, n) -> {
              List<String> cells = new ArrayList<>(columns);
              for (int column = 1; column <= columns; column++) {
                cells.add(text(row.getObject(column), currency));
              }
              return List.copyOf(cells);
            })
        .list();
  }
}
