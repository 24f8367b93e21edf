package io.dunwell.billing;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Approvers;
import io.dunwell.approval.Department;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Submitting;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.DeliveryLineId;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.NewReturn;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.ProofKind;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerChange;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.party.TaxId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A spinning mill in Maharashtra that sells, delivers and bills: verbs on the real services. */
@Component
public class Mill {

  public static final Actor CLERK = new Actor("bina");
  public static final Actor SALES = new Actor("sunil");
  public static final Actor OPERATIONS = new Actor("omar");
  public static final Actor ACCOUNTS = new Actor("asha");

  /** Long before anything is delivered. */
  public static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Customers customers;
  private final Contracts contracts;
  private final Deliveries deliveries;
  private final Identities identities;
  private final Drafts drafts;
  private final Approvals approvals;
  private final Submitting submitting;
  private final Approvers approvers;
  private final Invoicing invoicing;
  private final BillingRuns runs;

  Mill(
      Customers customers,
      Contracts contracts,
      Deliveries deliveries,
      Identities identities,
      Drafts drafts,
      Approvals approvals,
      Submitting submitting,
      Approvers approvers,
      Invoicing invoicing,
      BillingRuns runs) {
    this.customers = customers;
    this.contracts = contracts;
    this.deliveries = deliveries;
    this.identities = identities;
    this.drafts = drafts;
    this.approvals = approvals;
    this.submitting = submitting;
    this.approvers = approvers;
    this.invoicing = invoicing;
    this.runs = runs;
  }

  /** Everybody who has a say. */
  public void opens() {
    person(CLERK, Group.BILLING);
    person(SALES, Group.SALES);
    person(OPERATIONS, Group.OPERATIONS);
    person(ACCOUNTS, Group.ACCOUNTS);
  }

  /** A customer in Mumbai, in the mill's own state. */
  public CustomerId neighbour(String number) {
    return customer(number, "Shree Ganesh Textiles", "IN", "Maharashtra", "27AAPFU0939F1ZV");
  }

  public CustomerId customer(
      String number, String name, String country, @Nullable String region, @Nullable String gstin) {
    return customers.register(
        new NewCustomer(
            number,
            name,
            Locale.ENGLISH,
            Currency.getInstance(country.equals("IN") ? "INR" : "USD"),
            country,
            null,
            PaymentTerms.net(30),
            List.of(
                new Contact(
                    ContactRole.ACCOUNTS_PAYABLE, "Accounts", "pay@example.com", null, null)),
            List.of(
                new Address(
                    AddressKind.BILLING, "14 Market Road", pin(region), "Mumbai", region, country)),
            gstin == null ? List.of() : List.of(new TaxId("GSTIN", gstin))),
        CLERK);
  }

  /** Yarn at 250.00 a kilo, billed per delivery, due in 30 days. */
  /** The customer's address is another one from now on. */
  public void moves(CustomerId id, String lines) {
    CustomerView before = customers.view(id);
    Address old = before.addresses().get(0);
    customers.change(
        id,
        new CustomerChange(
            before.name(),
            before.language(),
            before.currency(),
            before.country(),
            before.collector(),
            before.terms(),
            before.contacts(),
            List.of(
                new Address(
                    old.kind(), lines, old.postalCode(), old.city(), old.region(), old.country())),
            before.taxIds()),
        CLERK);
  }

  /** One of the state's, for the tax portal compares. */
  private static String pin(@Nullable String region) {
    return "Karnataka".equals(region) ? "560003" : "400003";
  }

  public ContractId yarnContract(CustomerId customer) {
    return contract(customer, BillingRule.PER_DELIVERY, null, false, yarn("250.00"));
  }

  public ContractId contract(
      CustomerId customer,
      BillingRule rule,
      @Nullable PurchaseOrder order,
      boolean proofRequired,
      PriceLine... prices) {
    return contract(customer, rule, order, proofRequired, "27", "INR", prices);
  }

  public ContractId contract(
      CustomerId customer,
      BillingRule rule,
      @Nullable PurchaseOrder order,
      boolean proofRequired,
      String place,
      String currency,
      PriceLine... prices) {
    return contract(customer, rule, order, proofRequired, place, currency, null, prices);
  }

  /** A contract that says what kind of supply it is about. */
  public ContractId contract(
      CustomerId customer, String place, String currency, Supply supply, PriceLine... prices) {
    return contract(
        customer, BillingRule.PER_DELIVERY, null, false, place, currency, supply, prices);
  }

  private ContractId contract(
      CustomerId customer,
      BillingRule rule,
      @Nullable PurchaseOrder order,
      boolean proofRequired,
      String place,
      String currency,
      @Nullable Supply supply,
      PriceLine... prices) {
    ContractTerms terms =
        new ContractTerms(
            "Cotton yarn",
            SINCE,
            null,
            rule,
            PaymentTerms.net(30),
            order,
            List.of(prices),
            "sunil",
            place,
            TaxSchemes.IN_GST,
            supply,
            proofRequired,
            null);
    String number = "K-" + NUMBERS.incrementAndGet();
    return contracts.agree(
        new NewContract(number, customer, Currency.getInstance(currency), terms), SALES);
  }

  public static PriceLine yarn(String price) {
    return price("YARN-40", "Cotton yarn 40s, combed", "KGS", price, "5205", false);
  }

  public static PriceLine price(
      String item, String description, String unit, String price, String code, boolean service) {
    return new PriceLine(
        io.dunwell.shared.Ids.next(),
        item,
        description,
        unit,
        SINCE,
        null,
        List.of(new Slab(BigDecimal.ZERO, new BigDecimal(price))),
        SlabRule.WHOLE,
        BigDecimal.ZERO,
        null,
        code,
        service);
  }

  public DeliveryId delivers(ContractId contract, String number, LocalDate on, String quantity) {
    return delivers(contract, number, on, "YARN-40", quantity);
  }

  public DeliveryId delivers(
      ContractId contract, String number, LocalDate on, String item, String quantity) {
    return deliveries.confirm(
        new NewDelivery(
            contract,
            number,
            on,
            DeliveryKind.DELIVERY,
            List.of(new NewDelivery.Line(item, new BigDecimal(quantity), null))),
        OPERATIONS);
  }

  public DeliveryId reaches(ContractId contract, String number, LocalDate on, String item) {
    return deliveries.confirm(
        new NewDelivery(
            contract,
            number,
            on,
            DeliveryKind.MILESTONE,
            List.of(new NewDelivery.Line(item, BigDecimal.ONE, null))),
        OPERATIONS);
  }

  /** Takes back a part of the delivery's first line; of a return, delivers it again. */
  public DeliveryId takesBack(DeliveryId delivery, String quantity, LocalDate on) {
    DeliveryLineId line = deliveries.view(delivery).lines().get(0).id();
    return deliveries.takeBack(
        new NewReturn(
            line, new BigDecimal(quantity), on, "Wrong colour", "R-" + NUMBERS.incrementAndGet()),
        OPERATIONS);
  }

  public void proves(DeliveryId delivery) {
    proves(delivery, "signed.txt", ("Signed " + delivery).getBytes(StandardCharsets.UTF_8));
  }

  public void proves(DeliveryId delivery, String name, byte[] content) {
    deliveries.attachProof(delivery, ProofKind.SIGNED_NOTE, name, content, OPERATIONS);
  }

  public RunReport bills(LocalDate upTo) {
    return runs.run(upTo, false, CLERK);
  }

  /** Submits it; whatever the rules say, all three departments are asked. */
  public List<Standing> submits(InvoiceId invoice, Actor by) {
    submitting.submit(invoice, by);
    if (view(invoice).status() != InvoiceStatus.SUBMITTED) {
      return approvals.standings(invoice);
    }
    Map<Department, String> all = new EnumMap<>(Department.class);
    for (Department each : List.of(Department.SALES, Department.OPERATIONS, Department.ACCOUNTS)) {
      all.put(each, "A test asks everybody");
    }
    approvals.require(invoice, all, approvers.facts(view(invoice)), Actor.SYSTEM);
    return approvals.standings(invoice);
  }

  /** Lets all three departments approve it. */
  public void approves(InvoiceId invoice) {
    submits(invoice, CLERK);
    if (view(invoice).status() == InvoiceStatus.APPROVED) {
      return;
    }
    String hash = approvals.invoice(invoice).preparation().versionHash();
    String seen = String.valueOf(hash);
    approvals.approve(invoice, Department.SALES, seen, null, SALES);
    approvals.approve(invoice, Department.OPERATIONS, seen, null, OPERATIONS);
    approvals.approve(invoice, Department.ACCOUNTS, seen, null, ACCOUNTS);
  }

  /** Has it approved and issues it. */
  public String issues(InvoiceId invoice) {
    approves(invoice);
    return invoicing.issue(invoice, CLERK);
  }

  public InvoiceView view(InvoiceId invoice) {
    return approvals.invoice(invoice);
  }

  public Drafts drafts() {
    return drafts;
  }

  public static Money inr(String amount) {
    return Money.of(amount, "INR");
  }

  private void person(Actor actor, Group... groups) {
    identities.create(
        new Person(actor.name(), actor.name(), actor.name() + "@example.com", Set.of(groups)),
        "secret-12345");
  }
}
