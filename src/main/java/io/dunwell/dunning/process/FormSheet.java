package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.AccountSheet;
import io.dunwell.resolution.AccountSheets;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.PromiseView;
import io.dunwell.resolution.Promises;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what the forms of a case show, under the names that the forms use. */
@Component
class FormSheet {

  private final Cases cases;
  private final AccountSheets sheets;
  private final Contacts contacts;
  private final Promises promises;
  private final JdbcClient jdbc;
  private final Clock clock;

  FormSheet(
      Cases cases,
      AccountSheets sheets,
      Contacts contacts,
      Promises promises,
      JdbcClient jdbc,
      Clock clock) {
    this.cases = cases;
    this.sheets = sheets;
    this.contacts = contacts;
    this.promises = promises;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The account, its items, letters and contacts, as they are now. */
  Map<String, Object> of(TaskView task) {
    CaseId id = CaseId.of(task.businessKey());
    AccountKey account = cases.account(id);
    AccountSheet sheet = sheets.of(account.customer(), account.currency(), LocalDate.now(clock));
    Map<String, Object> facts = new HashMap<>();
    facts.put("customerName", sheet.customer().name());
    facts.put("customerNumber", sheet.customer().number());
    facts.put("amount", sheet.overdue().toString());
    facts.put("daysOverdue", sheet.daysOverdue());
    addContact(facts, sheet);
    facts.put("items", items(sheet));
    facts.put("itemChoices", sheet.items().stream().map(FormSheet::choice).toList());
    facts.put("letters", letters(account));
    facts.put("contacts", contactsOf(account));
    facts.put("promiseText", lastPromise(account));
    return facts;
  }

  private static void addContact(Map<String, Object> facts, AccountSheet sheet) {
    Contact payer = sheet.customer().contact(ContactRole.ACCOUNTS_PAYABLE).orElse(null);
    facts.put("contactPerson", payer == null ? "nobody known" : payer.name());
    facts.put("contactPhone", known(payer == null ? null : payer.phone(), "no phone number"));
    facts.put("contactEmail", known(payer == null ? null : payer.email(), "no e-mail address"));
  }

  private List<Map<String, Object>> items(AccountSheet sheet) {
    Map<UUID, Integer> levels = levelsOf(sheet);
    return sheet.items().stream()
        .map(
            item ->
                Map.<String, Object>of(
                    "number", item.number(),
                    "dueOn", item.dueOn().toString(),
                    "daysOverdue", Math.max(item.daysOverdue(), 0),
                    "open", item.open().toString(),
                    "level", levels.getOrDefault(item.id().value(), 0),
                    "held", item.held() ? "yes" : ""))
        .toList();
  }

  private Map<UUID, Integer> levelsOf(AccountSheet sheet) {
    return jdbc
        .sql("select item, level from dunning.v_item_level where item = any(:items)")
        .param("items", sheet.items().stream().map(item -> item.id().value()).toArray(UUID[]::new))
        .query((row, n) -> Map.entry(row.getObject("item", UUID.class), row.getInt("level")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> choice(AccountSheet.Item item) {
    return Map.of("value", item.number(), "label", item.number() + " · " + item.open());
  }

  private List<Map<String, String>> letters(AccountKey account) {
    return jdbc.sql(
            """
            select acted_on, step, channel, status from dunning.v_notice
            where customer = :customer and currency = :currency
            order by acted_on desc, id desc limit 50
            """)
        .param("customer", account.customer().value())
        .param("currency", account.currency().getCurrencyCode())
        .query(
            (row, n) ->
                Map.of(
                    "date", row.getString("acted_on"),
                    "step", words(row.getString("step")),
                    "channel", words(row.getString("channel")),
                    "status", words(row.getString("status"))))
        .list();
  }

  private List<Map<String, String>> contactsOf(AccountKey account) {
    return contacts.ofCustomer(account.customer()).stream()
        .limit(50)
        .map(
            contact ->
                Map.of(
                    "date", contact.happenedOn().toString(),
                    "kind", words(contact.kind().name()),
                    "outcome", words(contact.outcome().name()),
                    "note", contact.note(),
                    "by", contact.loggedBy()))
        .toList();
  }

  private String lastPromise(AccountKey account) {
    return promises.ofCustomer(account.customer()).stream()
        .filter(promise -> promise.currency().equals(account.currency().getCurrencyCode()))
        .findFirst()
        .map(FormSheet::inWords)
        .orElse("No promise was given so far.");
  }

  private static String inWords(PromiseView promise) {
    PromiseView.Part last = promise.parts().get(promise.parts().size() - 1);
    return "Last promise: %s %s by %s (%s)."
        .formatted(
            promise.currency(),
            last.amount().toPlainString(),
            last.payBy(),
            words(promise.state().name()));
  }

  private static String known(@Nullable String text, String otherwise) {
    return Objects.requireNonNullElse(text, otherwise);
  }

  /** {@code SECOND_REMINDER} as people read it. */
  static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
