package io.dunwell.resolution;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Answer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what came of a call, and does what follows from it. */
@Service
@Transactional
public class Calls {

  private final AccountSheets sheets;
  private final Contacts contacts;
  private final Promises promises;
  private final Disputes disputes;

  Calls(AccountSheets sheets, Contacts contacts, Promises promises, Disputes disputes) {
    this.sheets = sheets;
    this.contacts = contacts;
    this.promises = promises;
    this.disputes = disputes;
  }

  /**
   * Refuses a report that cannot be taken down.
   *
   * @throws RuleViolation with the sentence that the collector reads
   */
  public void check(CallReport report) {
    contactIn(report);
    if (report.outcome() == ContactOutcome.PROMISE) {
      promiseIn(report);
    } else if (report.outcome() == ContactOutcome.DISPUTE) {
      disputeIn(report);
    }
  }

  /**
   * Logs the call; a promise and a dispute stop the chase for what they are about.
   *
   * @throws RuleViolation as {@link #check} does
   */
  public void record(CallReport report, Actor by) {
    contacts.log(contactIn(report), by);
    if (report.outcome() == ContactOutcome.PROMISE) {
      promises.promise(promiseIn(report), by);
    } else if (report.outcome() == ContactOutcome.DISPUTE) {
      disputes.raise(disputeIn(report), by);
    }
  }

  private static ContactEntry contactIn(CallReport report) {
    Answer answer = report.answer();
    return new ContactEntry(
        report.customer(),
        report.currency(),
        report.caseId(),
        ContactKind.CALL,
        report.outcome(),
        answer.text("person").orElse(null),
        answer.text("note").orElse(""),
        report.on(),
        answer.day("nextCallOn").orElse(null));
  }

  private NewPromise promiseIn(CallReport report) {
    LocalDate payBy = report.answer().day("payBy", "Say by which day the customer will pay.");
    Money amount = amountIn(report, "promisedAmount").orElseGet(() -> sheet(report).overdue());
    return NewPromise.of(
        report.customer(), amount, payBy, report.on(), report.answer().text("note").orElse(""));
  }

  private NewDispute disputeIn(CallReport report) {
    Answer answer = report.answer();
    AccountSheet.Item item = disputedItem(report);
    Money amount = amountIn(report, "disputedAmount").orElse(null);
    refuseUnlessPart(amount, item);
    return new NewDispute(
        report.customer(),
        report.currency(),
        item == null ? null : item.id(),
        amount,
        answer.choice("department", Department.class, "Say who has to look into the dispute."),
        answer.text("claim", "Write down what the customer says is wrong."),
        report.on());
  }

  private AccountSheet.@Nullable Item disputedItem(CallReport report) {
    Optional<String> number = report.answer().text("disputedItem");
    if (number.isEmpty()) {
      return null;
    }
    return sheet(report)
        .item(number.get())
        .orElseThrow(
            () ->
                new RuleViolation(
                    "dispute.item-not-open",
                    "Invoice " + number.get() + " is not open any more: choose another."));
  }

  private static void refuseUnlessPart(@Nullable Money amount, AccountSheet.@Nullable Item item) {
    if (amount == null) {
      return;
    }
    if (item == null) {
      throw new RuleViolation(
          "dispute.amount-without-item", "Choose the invoice that the amount belongs to.");
    }
    if (!amount.isPositive() || amount.compareTo(item.open()) > 0) {
      throw new RuleViolation(
          "dispute.amount-too-high",
          "Of this invoice " + Words.money(item.open()) + " is open: dispute less.");
    }
  }

  private static Optional<Money> amountIn(CallReport report, String field) {
    Optional<BigDecimal> amount = report.answer().amount(field);
    try {
      return amount.map(value -> new Money(value, report.currency()));
    } catch (ArithmeticException e) {
      throw new RuleViolation(
          "answer.not-an-amount",
          report.currency()
              + " has "
              + report.currency().getDefaultFractionDigits()
              + " decimals.");
    }
  }

  private AccountSheet sheet(CallReport report) {
    return sheets.of(report.customer(), report.currency(), report.on());
  }
}
