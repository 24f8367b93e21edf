package io.dunwell.demo;

import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.party.TaxId;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The company's four customers and the invoices they have. */
@Component
class Company {

  /** Pays on the day. */
  static final String PAYER = "C-1001";

  /** Pays, but late. */
  static final String LATE = "C-1002";

  /** Disputes what was delivered. */
  static final String DISPUTER = "C-1003";

  /** Never answers. */
  static final String SILENT = "C-1004";

  private static final Actor BILLING = new Actor("billing");
  private static final int BEFORE = 25;

  private final Customers customers;
  private final OpenItems items;

  Company(Customers customers, OpenItems items) {
    this.customers = customers;
    this.items = items;
  }

  /** Registers the customers, with invoices from the weeks before the story. */
  void opens(LocalDate first) {
    customers.registerAll(
        List.of(
            indian(
                PAYER,
                "Meridian Auto Components Ltd",
                "meridian-auto",
                "Pune",
                "411019",
                "MH",
                "27AAACM1001Q1ZM"),
            indian(
                LATE,
                "Bluepeak Retail Pvt Ltd",
                "bluepeak-retail",
                "Bengaluru",
                "560001",
                "KA",
                "29AAACK1002Q1ZJ"),
            german(),
            indian(
                SILENT,
                "Cobalt Freight Services Ltd",
                "cobalt-freight",
                "Chennai",
                "600002",
                "TN",
                "33AAACT1004Q1ZJ")),
        BILLING);
    invoice(PAYER, "INV-2041", first.minusDays(BEFORE), "184500.00", "INR");
    invoice(LATE, "INV-2042", first.minusDays(BEFORE), "96200.00", "INR");
    invoice(DISPUTER, "INV-2043", first.minusDays(BEFORE), "7480.00", "EUR");
    invoice(SILENT, "INV-2044", first.minusDays(BEFORE), "315750.00", "INR");
    invoice(SILENT, "INV-2045", first.minusDays(BEFORE - 9), "48300.50", "INR");
  }

  /** One more invoice, due by the customer's terms. */
  void invoice(String customer, String number, LocalDate issuedOn, String amount, String currency) {
    items.open(
        new NewDocument(
            customers.byNumber(customer).orElseThrow().id(),
            DocumentKind.INVOICE,
            number,
            issuedOn,
            null,
            Money.of(amount, currency),
            "PO " + number.substring(4),
            "demo"),
        BILLING);
  }

  private static NewCustomer indian(
      String number,
      String name,
      String domain,
      String city,
      String postalCode,
      String region,
      String gstin) {
    return new NewCustomer(
        number,
        name,
        Locale.ENGLISH,
        Currency.getInstance("INR"),
        "IN",
        "collector",
        PaymentTerms.net(30),
        contacts(domain),
        List.of(
            new Address(AddressKind.BILLING, "Accounts payable", postalCode, city, region, "IN")),
        List.of(new TaxId("PAN", gstin.substring(2, 12)), new TaxId("GSTIN", gstin)));
  }

  private static NewCustomer german() {
    return new NewCustomer(
        DISPUTER,
        "Hafenkontor Feinkost GmbH",
        Locale.GERMAN,
        Currency.getInstance("EUR"),
        "DE",
        "collector",
        PaymentTerms.net(30),
        contacts("hafenkontor"),
        List.of(
            new Address(
                AddressKind.BILLING, "Kreditorenbuchhaltung", "20457", "Hamburg", null, "DE")),
        List.of(new TaxId("VAT", "DE000000003")));
  }

  private static List<Contact> contacts(String domain) {
    return List.of(
        new Contact(
            ContactRole.ACCOUNTS_PAYABLE,
            "Accounts payable",
            "payables@" + domain + ".example.com",
            null,
            null),
        new Contact(
            ContactRole.MANAGEMENT,
            "Finance director",
            "finance@" + domain + ".example.com",
            null,
            null));
  }
}
