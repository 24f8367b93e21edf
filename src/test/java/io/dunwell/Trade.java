package io.dunwell;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.AllocationId;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.stereotype.Component;

/** What tests do to have customers who owe and pay: verbs on the real services. */
@Component
public class Trade {

  /** The day on which stories begin. */
  public static final LocalDate DAY = LocalDate.of(2025, 1, 1);

  public static final Actor CLERK = new Actor("accounts");

  private final Customers customers;
  private final OpenItems openItems;
  private final Receipts receipts;

  Trade(Customers customers, OpenItems openItems, Receipts receipts) {
    this.customers = customers;
    this.openItems = openItems;
    this.receipts = receipts;
  }

  public CustomerId customer(String number) {
    return customer(number, PaymentTerms.net(30));
  }

  public CustomerId customer(String number, PaymentTerms terms) {
    return customers.register(
        NewCustomer.named(number, "Customer " + number, Currency.getInstance("EUR"), "DE", terms),
        CLERK);
  }

  /** An invoice issued and due on these days. */
  public ItemView invoice(
      CustomerId customer, String number, String amount, LocalDate issuedOn, LocalDate dueOn) {
    return document(customer, DocumentKind.INVOICE, number, amount, issuedOn, dueOn);
  }

  /** The invoice INV-1 of {@link #DAY} to a new customer C1, due in 30 days. */
  public ItemView owed(String amount) {
    return invoice(customer("C1"), "INV-1", amount, DAY, DAY.plusDays(30));
  }

  /** Money that comes in that day and pays as much of the item. */
  public AllocationId paid(ItemView item, String key, String amount, LocalDate on) {
    return pay(receipt(item.customer(), key, amount, on), item, amount, on);
  }

  /** A credit note issued that day. */
  public ItemView creditNote(
      CustomerId customer, String number, String amount, LocalDate issuedOn) {
    return document(customer, DocumentKind.CREDIT_NOTE, number, amount, issuedOn, issuedOn);
  }

  /** An invoice in EUR whose instalments follow the customer's terms. */
  public List<ItemView> invoiceOnTerms(
      CustomerId customer, String number, String amount, LocalDate issuedOn) {
    openItems.open(
        new NewDocument(
            customer, DocumentKind.INVOICE, number, issuedOn, null, eur(amount), null, "test"),
        CLERK);
    return openItems.ofDocuments(List.of(number));
  }

  public ReceiptId receipt(CustomerId customer, String key, String amount, LocalDate receivedOn) {
    return receipts.book(new NewReceipt(customer, eur(amount), receivedOn, null, key), CLERK);
  }

  public AllocationId pay(ReceiptId receipt, ItemView item, String amount, LocalDate on) {
    return receipts.allocate(receipt, item.id(), eur(amount), on, CLERK);
  }

  /** What is open of the item now. */
  public String open(ItemView item) {
    return openItems.view(item.id()).open().text();
  }

  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private ItemView document(
      CustomerId customer,
      DocumentKind kind,
      String number,
      String amount,
      LocalDate issuedOn,
      LocalDate dueOn) {
    openItems.open(
        new NewDocument(customer, kind, number, issuedOn, dueOn, eur(amount), null, "test"), CLERK);
    return openItems.ofDocuments(List.of(number)).get(0);
  }
}
