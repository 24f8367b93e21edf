package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.AccountSheet;
import io.dunwell.resolution.AccountSheets;
import io.dunwell.resolution.ContactView;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.Promises;
import io.dunwell.shared.Words;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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

  private static final int LISTED = 50;

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
    AccountKey account = cases.account(CaseId.of(task.businessKey()));
    AccountSheet sheet = sheets.of(account.customer(), account.currency(), LocalDate.now(clock));
    List<ContactView> log = contacts.ofCustomer(account.customer());
    Map<String, Object> facts = new HashMap<>();
    addCustomer(facts, sheet);
    addMoney(facts, sheet);
    facts.put("items", items(sheet));
    facts.put("itemChoices", sheet.items().stream().map(SheetRows::choice).toList());
    facts.put("letters", letters(account));
    facts.put("contacts", log.stream().limit(LISTED).map(SheetRows::contact).toList());
    facts.put("lastContactText", SheetRows.lastContact(log));
    facts.put("promiseText", lastPromise(account));
    return facts;
  }

  private static void addCustomer(Map<String, Object> facts, AccountSheet sheet) {
    Contact payer = sheet.customer().contact(ContactRole.ACCOUNTS_PAYABLE).orElse(null);
    facts.put("customerName", sheet.customer().name());
    facts.put("customerNumber", sheet.customer().number());
    facts.put("collector", known(sheet.customer().collector(), "nobody yet"));
    facts.put("contactPerson", payer == null ? "nobody known" : payer.name());
    facts.put("contactPhone", known(payer == null ? null : payer.phone(), "no phone number"));
    facts.put("contactEmail", known(payer == null ? null : payer.email(), "no e-mail address"));
    facts.put("people", sheet.customer().contacts().stream().map(SheetRows::person).toList());
  }

  private static void addMoney(Map<String, Object> facts, AccountSheet sheet) {
    long late = sheet.items().stream().filter(item -> item.daysOverdue() > 0).count();
    facts.put("amount", Words.money(sheet.overdue()));
    facts.put("daysOverdue", sheet.daysOverdue());
    facts.put("overdueFor", Words.days(sheet.daysOverdue()));
    facts.put("lateItems", late == 1 ? "1 item" : Words.count(late) + " items");
    facts.put("oldestItem", sheet.items().stream().findFirst().map(SheetRows::oldest).orElse("–"));
  }

  private List<Map<String, Object>> items(AccountSheet sheet) {
    Map<UUID, Integer> levels = levelsOf(sheet);
    return sheet.items().stream()
        .map(item -> SheetRows.item(item, levels.getOrDefault(item.id().value(), 0)))
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

  private List<Map<String, String>> letters(AccountKey account) {
    return jdbc.sql(
            """
            select acted_on, step, channel, status from dunning.v_notice
            where customer = :customer and currency = :currency
            order by acted_on desc, id desc limit :most
            """)
        .param("customer", account.customer().value())
        .param("currency", account.currency().getCurrencyCode())
        .param("most", LISTED)
        .query(
            (row, n) ->
                Map.of(
                    "date", Words.day(row.getObject("acted_on", LocalDate.class)),
                    "step", Words.of(row.getString("step")),
                    "channel", Words.of(row.getString("channel")),
                    "status", Words.of(row.getString("status"))))
        .list();
  }

  private String lastPromise(AccountKey account) {
    return promises.ofCustomer(account.customer()).stream()
        .filter(promise -> promise.currency().equals(account.currency().getCurrencyCode()))
        .findFirst()
        .map(SheetRows::promise)
        .orElse("No promise so far.");
  }

  private static String known(@Nullable String text, String otherwise) {
    return Objects.requireNonNullElse(text, otherwise);
  }
}
