package io.dunwell.journeys;

import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What a journey finds on the books when it begins. */
record Ledgers(Customers customers, OpenItems items) {

  private static final Actor BILLING = new Actor("billing");

  /** A customer with one invoice that fell due on that day. */
  CustomerId customerWhoOwes(String number, String invoice, String amount, LocalDate dueOn) {
    CustomerId customer =
        customers.register(
            new NewCustomer(
                number,
                "Journey " + number + " Ltd",
                Locale.ENGLISH,
                Currency.getInstance("INR"),
                "IN",
                "collector",
                PaymentTerms.net(30),
                List.of(
                    new Contact(
                        ContactRole.ACCOUNTS_PAYABLE,
                        "Accounts payable",
                        mailbox(number),
                        null,
                        null)),
                List.of(),
                List.of()),
            BILLING);
    items.open(
        new NewDocument(
            customer,
            DocumentKind.INVOICE,
            invoice,
            dueOn.minusDays(30),
            dueOn,
            Money.of(amount, "INR"),
            null,
            "journey"),
        BILLING);
    return customer;
  }

  static String mailbox(String number) {
    return "payables@" + number.toLowerCase(Locale.ROOT) + ".example.com";
  }
}
