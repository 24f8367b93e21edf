package io.dunwell.dunning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens in tests of the chase, as verbs on the real services. */
@Component
class Story {

  static final Actor CLERK = new Actor("clerk");
  static final LocalDate DUE = LocalDate.of(2026, 3, 2);

  private final Customers customers;
  private final OpenItems items;
  private final Receipts receipts;
  private final DailyRuns runs;
  private final Policies policies;

  Story(
      Customers customers, OpenItems items, Receipts receipts, DailyRuns runs, Policies policies) {
    this.customers = customers;
    this.items = items;
    this.receipts = receipts;
    this.runs = runs;
    this.policies = policies;
  }

  CustomerId customer(String number) {
    return customers.register(
        new NewCustomer(
            number,
            "Customer " + number,
            Locale.ENGLISH,
            Currency.getInstance("EUR"),
            "DE",
            null,
            PaymentTerms.net(30),
            List.of(
                new Contact(
                    ContactRole.ACCOUNTS_PAYABLE,
                    "Accounts",
                    number.toLowerCase(Locale.ROOT) + "@example.com",
                    null,
                    null)),
            List.of(),
            List.of()),
        CLERK);
  }

  void customerWithoutAddress(String number) {
    customers.register(
        NewCustomer.named(
            number, "Customer " + number, Currency.getInstance("EUR"), "DE", PaymentTerms.net(30)),
        CLERK);
  }

  CustomerId idOf(String number) {
    return customers.byNumber(number).orElseThrow().id();
  }

  void correctsAddress(String number) {
    customers.correctEmail(idOf(number), ContactRole.ACCOUNTS_PAYABLE, "new@example.com", CLERK);
  }

  UUID documentOf(String number) {
    return items.byNumber(number).orElseThrow().id().value();
  }

  /** A policy for everybody. */
  void policy(String definition) {
    try {
      policies.put("standard", new ObjectMapper().readTree(definition), CLERK);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  void policyWithCourtesy() {
    policy(
        """
        {"levels": [{"level": 0, "stage": "COURTESY_NOTE", "threshold": -5},
                    {"level": 1, "threshold": 3}]}""");
  }

  /** An invoice over thirty days. */
  ItemId invoice(CustomerId customer, String number, String amount, LocalDate dueOn) {
    items.open(
        new NewDocument(
            customer,
            DocumentKind.INVOICE,
            number,
            dueOn.minusDays(30),
            dueOn,
            Money.of(amount, "EUR"),
            null,
            "test"),
        CLERK);
    return Objects.requireNonNull(items.ofDocuments(List.of(number)).get(0)).id();
  }

  void pays(CustomerId customer, ItemId item, String amount, LocalDate on) {
    ReceiptId receipt = money(customer, amount, on);
    receipts.allocate(receipt, item, Money.of(amount, "EUR"), on, CLERK);
  }

  ReceiptId money(CustomerId customer, String amount, LocalDate on) {
    return receipts.book(
        new NewReceipt(customer, Money.of(amount, "EUR"), on, null, "test-" + Ids.next()), CLERK);
  }

  /** The daily runs from one day to another, inclusive. */
  void daysPass(LocalDate from, LocalDate to) {
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      runs.runNow(day, Actor.SYSTEM);
    }
  }
}
