package io.dunwell.receivables.web;

import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.AccountHistory;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Histories;
import io.dunwell.receivables.PostDated;
import io.dunwell.receivables.Statement;
import io.dunwell.receivables.StatementLine;
import io.dunwell.receivables.Statements;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customers/{number}")
@Tag(name = "Statements", description = "What an account looks like, and how it came to that")
class StatementsController {

  private final Statements statements;
  private final Histories histories;
  private final PostDated postDated;
  private final Customers customers;
  private final Clock clock;

  StatementsController(
      Statements statements,
      Histories histories,
      PostDated postDated,
      Customers customers,
      Clock clock) {
    this.statements = statements;
    this.histories = histories;
    this.postDated = postDated;
    this.customers = customers;
    this.clock = clock;
  }

  @GetMapping("/statement")
  @Operation(summary = "What was open at the end of a day, in one currency")
  StatementResponse statement(
      @PathVariable String number,
      @Parameter(description = "the customer's if left out") @RequestParam(required = false)
          @Nullable Currency currency,
      @Parameter(description = "today if left out") @RequestParam(required = false)
          @Nullable LocalDate asOf) {
    AccountKey account = account(number, currency);
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    CustomerId customer = account.customer();
    return StatementResponse.of(
        number, statements.of(customer, account.currency(), day), postDated.of(account, day));
  }

  @GetMapping("/movements")
  @Operation(summary = "What changed the balance between two days, in one currency")
  HistoryResponse movements(
      @PathVariable String number,
      @RequestParam(required = false) @Nullable Currency currency,
      @RequestParam LocalDate from,
      @Parameter(description = "today if left out") @RequestParam(required = false)
          @Nullable LocalDate to) {
    LocalDate last = to == null ? LocalDate.now(clock) : to;
    return HistoryResponse.of(number, histories.of(account(number, currency), from, last));
  }

  private AccountKey account(String number, @Nullable Currency currency) {
    CustomerView customer =
        customers
            .byNumber(number)
            .orElseThrow(
                () ->
                    new RuleViolation("customer.unknown", "There is no customer " + number + "."));
    return new AccountKey(customer.id(), currency == null ? customer.currency() : currency);
  }

  /** A statement with its amounts as text. */
  record StatementResponse(
      String customer,
      Currency currency,
      LocalDate asOf,
      List<Line> lines,
      String notDue,
      List<String> buckets,
      String unapplied,
      String total,
      @Schema(description = "receipts dated after the day, which lower nothing yet")
          String postDated) {

    static StatementResponse of(String number, Statement statement, Money postDated) {
      return new StatementResponse(
          number,
          statement.account().currency(),
          statement.asOf(),
          statement.lines().stream().map(Line::of).toList(),
          statement.ageing().notDue().text(),
          statement.ageing().buckets().stream().map(Money::text).toList(),
          statement.ageing().unapplied().text(),
          statement.total().text(),
          postDated.text());
    }
  }

  /** An item of a statement. */
  record Line(
      UUID item,
      String label,
      LocalDate issuedOn,
      LocalDate dueOn,
      int daysOverdue,
      String amount,
      String open) {

    static Line of(StatementLine line) {
      return new Line(
          line.item().value(),
          line.label(),
          line.issuedOn(),
          line.dueOn(),
          line.daysOverdue(),
          line.amount().text(),
          line.open().text());
    }
  }

  /** Movements with their amounts as text. */
  record HistoryResponse(
      String customer,
      Currency currency,
      LocalDate from,
      LocalDate to,
      String opening,
      List<Step> movements,
      String closing) {

    static HistoryResponse of(String number, AccountHistory history) {
      return new HistoryResponse(
          number,
          history.account().currency(),
          history.from(),
          history.to(),
          history.opening().text(),
          history.movements().stream()
              .map(
                  each ->
                      new Step(
                          each.on(),
                          each.what(),
                          each.label(),
                          each.amount().text(),
                          each.balance().text()))
              .toList(),
          history.closing().text());
    }
  }

  /** One movement. */
  record Step(LocalDate on, String what, @Nullable String label, String amount, String balance) {}
}
