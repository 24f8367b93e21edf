package io.dunwell.dunning.process;

import io.dunwell.party.Contact;
import io.dunwell.resolution.AccountSheet;
import io.dunwell.resolution.ContactView;
import io.dunwell.resolution.HoldView;
import io.dunwell.resolution.PromiseView;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How the lines and sentences of a case's forms read. */
final class SheetRows {

  private SheetRows() {}

  static Map<String, Object> item(AccountSheet.Item item, int level) {
    return Map.of(
        "number",
        item.number(),
        "dueOn",
        Words.day(item.dueOn()),
        "daysOverdue",
        item.daysOverdue() > 0 ? Words.days(item.daysOverdue()) : "not due",
        "open",
        Words.money(item.open()),
        "level",
        level,
        "held",
        item.held() ? "yes" : "");
  }

  static Map<String, String> choice(AccountSheet.Item item) {
    return Map.of(
        "value", item.number(), "label", item.number() + " · " + Words.money(item.open()));
  }

  static String oldest(AccountSheet.Item item) {
    return item.number() + ", due " + Words.day(item.dueOn());
  }

  static Map<String, String> person(Contact contact) {
    return Map.of(
        "name", contact.name(),
        "role", Words.of(contact.role()),
        "phone", Objects.requireNonNullElse(contact.phone(), ""),
        "email", Objects.requireNonNullElse(contact.email(), ""));
  }

  static Map<String, String> contact(ContactView contact) {
    return Map.of(
        "date", Words.day(contact.happenedOn()),
        "kind", Words.of(contact.kind()),
        "outcome", Words.of(contact.outcome()),
        "note", contact.note(),
        "by", contact.loggedBy());
  }

  /** The log begins with the latest. */
  static String lastContact(List<ContactView> log) {
    return log.stream()
        .findFirst()
        .map(
            last ->
                Words.sentence(
                    "Last contact: %s on %s (%s).",
                    Words.of(last.kind()), last.happenedOn(), Words.of(last.outcome())))
        .orElse("No contact so far.");
  }

  static String promise(PromiseView promise) {
    PromiseView.Part last = promise.parts().get(promise.parts().size() - 1);
    return Words.sentence(
        "Last promise: %s by %s (%s).",
        money(last.amount(), promise.currency()), last.payBy(), Words.of(promise.state()));
  }

  static Map<String, String> hold(HoldView hold) {
    LocalDate until = hold.until();
    return Map.of(
        "reason", Words.of(hold.reason()),
        "why", hold.why(),
        "from", Words.day(hold.from()),
        "until", until == null ? "lifted by hand" : Words.day(until),
        "what", hold.item() == null ? "the account" : "one invoice");
  }

  static Map<String, String> choice(HoldView hold) {
    return Map.of(
        "value",
        hold.id().value().toString(),
        "label",
        Words.of(hold.reason()) + ": " + hold.why());
  }

  private static Money money(BigDecimal amount, String currency) {
    return Money.rounded(amount, Currency.getInstance(currency));
  }
}
