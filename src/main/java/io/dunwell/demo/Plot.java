package io.dunwell.demo;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.resolution.ContactEntry;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.Department;
import io.dunwell.resolution.Disputes;
import io.dunwell.resolution.NewDispute;
import io.dunwell.resolution.NewPromise;
import io.dunwell.resolution.Promises;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What happens on each day of the story, after the day's own work. */
@Component
class Plot {

  private static final Actor COLLECTOR = new Actor("collector");
  private static final Actor ACCOUNTS = new Actor("accounts");

  private final Company company;
  private final Customers customers;
  private final OpenItems items;
  private final Receipts receipts;
  private final Promises promises;
  private final Disputes disputes;
  private final Contacts contacts;
  private final Tasks tasks;

  Plot(
      Company company,
      Customers customers,
      OpenItems items,
      Receipts receipts,
      Promises promises,
      Disputes disputes,
      Contacts contacts,
      Tasks tasks) {
    this.company = company;
    this.customers = customers;
    this.items = items;
    this.receipts = receipts;
    this.promises = promises;
    this.disputes = disputes;
    this.contacts = contacts;
    this.tasks = tasks;
  }

  void day(int number, LocalDate today) {
    payer(number, today);
    late(number, today);
    disputer(number, today);
    silent(number, today);
  }

  private void payer(int number, LocalDate today) {
    switch (number) {
      case 4 -> pays(Company.PAYER, "184500.00", "INR", today, "INV-2041");
      case 12 -> company.invoice(Company.PAYER, "INV-2051", today, "92250.00", "INR");
      case 41 -> pays(Company.PAYER, "92250.00", "INR", today, "INV-2051");
      case 58 -> company.invoice(Company.PAYER, "INV-2061", today, "147600.00", "INR");
      default -> {}
    }
  }

  /** Two reminders, half of it, a promise that is kept; then the same again. */
  private void late(int number, LocalDate today) {
    switch (number) {
      case 16 -> pays(Company.LATE, "40000.00", "INR", today, "INV-2042");
      case 17 -> promises("56200.00", today.plusDays(7), today);
      case 24 -> pays(Company.LATE, "56200.00", "INR", today, "INV-2042");
      case 20 -> company.invoice(Company.LATE, "INV-2052", today, "118400.00", "INR");
      case 62 -> promises("118400.00", today.plusDays(3), today);
      case 69 -> books(Company.LATE, "25000.00", "INR", today, "Advance, invoice follows");
      default -> {}
    }
  }

  private void disputer(int number, LocalDate today) {
    switch (number) {
      case 10 -> disputes("INV-2043", "2480.00", today);
      case 18 -> pays(Company.DISPUTER, "5000.00", "EUR", today, "INV-2043");
      case 30 -> company.invoice(Company.DISPUTER, "INV-2053", today, "3912.40", "EUR");
      default -> {}
    }
  }

  /**
   * Nobody picks up; what the ladder asks for is done and changes nothing, but for the last days'.
   */
  private void silent(int number, LocalDate today) {
    if (number == 33) {
      company.invoice(Company.SILENT, "INV-2054", today, "77100.00", "INR");
    }
    if (number > DemoStory.DAYS - 3) {
      return;
    }
    for (TaskView call : tasks.waiting("callCustomer", 10)) {
      tasks.claim(call.id(), COLLECTOR);
      Map<String, Object> answer =
          Map.of("outcome", "NO_ANSWER", "note", "Rang twice, nobody picked up.");
      tasks.complete(call.id(), new Answer(answer), COLLECTOR);
    }
  }

  private void pays(String customer, String amount, String currency, LocalDate on, String invoice) {
    Money money = Money.of(amount, currency);
    receipts.book(
        new NewReceipt(
            id(customer), money, on, "Payment " + invoice, key(customer, on), List.of(invoice)),
        ACCOUNTS);
  }

  private void books(String customer, String amount, String currency, LocalDate on, String text) {
    Money money = Money.of(amount, currency);
    receipts.book(new NewReceipt(id(customer), money, on, text, key(customer, on)), ACCOUNTS);
  }

  private void promises(String amount, LocalDate payBy, LocalDate today) {
    CustomerId customer = id(Company.LATE);
    contacts.log(
        new ContactEntry(
            customer,
            Currency.getInstance("INR"),
            null,
            ContactKind.CALL,
            ContactOutcome.PROMISE,
            "Accounts payable",
            "The payment run is next week.",
            today,
            null),
        COLLECTOR);
    promises.promise(
        NewPromise.of(
            customer, Money.of(amount, "INR"), payBy, today, "With the next payment run."),
        COLLECTOR);
  }

  private void disputes(String invoice, String amount, LocalDate today) {
    ItemView item = items.ofDocuments(List.of(invoice)).get(0);
    disputes.raise(
        new NewDispute(
            item.customer(),
            item.amount().currency(),
            item.id(),
            Money.of(amount, item.amount().currency().getCurrencyCode()),
            Department.OPERATIONS,
            "Two pallets arrived damaged; photographs are with the carrier.",
            today),
        COLLECTOR);
  }

  private CustomerId id(String number) {
    return customers.byNumber(number).orElseThrow().id();
  }

  private static String key(String customer, LocalDate on) {
    return "demo:" + customer + ":" + on;
  }
}
