package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.party.TaxId;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.tax.TaxSchemes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Many customers, contracts and deliveries, written down by the real services. */
@Component
class BigMill {

  static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private static final int CHUNK = 5_000;
  private static final Currency INR = Currency.getInstance("INR");

  private final Customers customers;
  private final Contracts contracts;
  private final Deliveries deliveries;
  private final OpenItems items;
  private final Clock clock;

  BigMill(
      Customers customers,
      Contracts contracts,
      Deliveries deliveries,
      OpenItems items,
      Clock clock) {
    this.customers = customers;
    this.contracts = contracts;
    this.deliveries = deliveries;
    this.items = items;
    this.clock = clock;
  }

  /** Contracts, each with a customer who was billed before: half of them billed by delivery. */
  List<ContractId> contracts(int count, BillingRule others) {
    List<CustomerId> buyers =
        customers.registerAll(
            IntStream.range(0, count).mapToObj(BigMill::customer).toList(), Mill.CLERK);
    items.openAll(
        IntStream.range(0, count).mapToObj(n -> known(buyers.get(n), n)).toList(), Mill.CLERK);
    List<ContractId> agreed = new ArrayList<>(count);
    for (int from = 0; from < count; from += CHUNK) {
      agreed.addAll(
          contracts.agreeAll(
              IntStream.range(from, Math.min(from + CHUNK, count))
                  .mapToObj(n -> contract(buyers.get(n), n, others))
                  .toList(),
              Mill.SALES));
    }
    return agreed;
  }

  /** Deliveries of one line each, one contract after the other, spread over the days. */
  void deliver(List<ContractId> agreed, int count, int days) {
    deliver(agreed, count, days, 0);
  }

  /** The same where so many were delivered before. */
  void deliver(List<ContractId> agreed, int count, int days, int before) {
    for (int from = before; from < before + count; from += CHUNK) {
      deliveries.confirmAll(
          IntStream.range(from, Math.min(from + CHUNK, before + count))
              .mapToObj(n -> delivery(agreed.get(n % agreed.size()), n, days))
              .toList(),
          Mill.OPERATIONS);
    }
  }

  private static NewDelivery delivery(ContractId contract, int n, int days) {
    return new NewDelivery(
        contract,
        "D-%06d".formatted(n),
        FIRST.plusDays(n % days),
        DeliveryKind.DELIVERY,
        List.of(new NewDelivery.Line("YARN-40", BigDecimal.valueOf(10 + n % 90), null)));
  }

  private static NewContract contract(CustomerId customer, int n, BillingRule others) {
    ContractTerms terms =
        new ContractTerms(
            "Cotton yarn",
            Mill.SINCE,
            null,
            n % 2 == 0 ? BillingRule.PER_DELIVERY : others,
            PaymentTerms.net(30),
            null,
            List.of(Mill.yarn("250.00")),
            "sunil",
            "27",
            TaxSchemes.IN_GST,
            false,
            null);
    return new NewContract("K-%06d".formatted(n), customer, INR, terms);
  }

  private NewDocument known(CustomerId customer, int n) {
    LocalDate before = LocalDate.now(clock).minusDays(10);
    return new NewDocument(
        customer,
        DocumentKind.INVOICE,
        "OLD-" + n,
        before,
        before.plusDays(30),
        Mill.inr("118.00"),
        null,
        "bench");
  }

  private static NewCustomer customer(int n) {
    return new NewCustomer(
        "C-%06d".formatted(n),
        "Customer " + n,
        Locale.ENGLISH,
        INR,
        "IN",
        null,
        PaymentTerms.net(30),
        List.of(
            new Contact(
                ContactRole.ACCOUNTS_PAYABLE, "Payables", "ap" + n + "@example.com", null, null)),
        List.of(
            new Address(
                AddressKind.BILLING, n + " Market Road", "400003", "Mumbai", "Maharashtra", "IN")),
        List.of(new TaxId("GSTIN", "27AAPFU0939F1ZV")));
  }
}
