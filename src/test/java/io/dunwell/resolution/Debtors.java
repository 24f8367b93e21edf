package io.dunwell.resolution;

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
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers who owe something, and pay. */
@Component
public class Debtors {

  public static final Currency INR = Currency.getInstance("INR");
  public static final Actor CLERK = new Actor("accounts");

  private final Customers customers;
  private final OpenItems items;
  private final Receipts receipts;
  private final JdbcClient jdbc;

  Debtors(Customers customers, OpenItems items, Receipts receipts, JdbcClient jdbc) {
    this.customers = customers;
    this.items = items;
    this.receipts = receipts;
    this.jdbc = jdbc;
  }

  public CustomerId customer(String number) {
    return customers.register(
        new NewCustomer(
            number,
            "Lotus Traders " + number,
            Locale.ENGLISH,
            INR,
            "IN",
            "collector",
            PaymentTerms.net(30),
            List.of(
                new Contact(
                    ContactRole.ACCOUNTS_PAYABLE, "Ms Rao", "rao@lotus.example", "+91 1", null)),
            List.of(),
            List.of()),
        CLERK);
  }

  /** An invoice that is due that day; returns its only item. */
  public ItemId owes(CustomerId customer, String number, String amount, LocalDate dueOn) {
    items.open(
        new NewDocument(
            customer,
            DocumentKind.INVOICE,
            number,
            dueOn.minusDays(30),
            dueOn,
            inr(amount),
            null,
            "test"),
        CLERK);
    return new ItemId(
        jdbc.sql("select id from receivables.v_open_item where number = :number")
            .param("number", number)
            .query(UUID.class)
            .single());
  }

  public ReceiptId pays(CustomerId customer, String amount, LocalDate on) {
    return receipts.book(
        new NewReceipt(customer, inr(amount), on, null, "test:" + UUID.randomUUID()), CLERK);
  }

  public void paysItem(CustomerId customer, ItemId item, String amount, LocalDate on) {
    receipts.allocate(pays(customer, amount, on), item, inr(amount), on, CLERK);
  }

  public static Money inr(String amount) {
    return Money.of(amount, "INR");
  }
}
