package io.dunwell.approval.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.Submitting;
import io.dunwell.billing.Drafts;
import io.dunwell.billing.FreeLine;
import io.dunwell.billing.Mill;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.tax.NewTaxRate;
import io.dunwell.tax.RateComponent;
import io.dunwell.tax.TaxRates;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What people do about invoices in tests, as verbs on the real services. */
@Component
public class Submissions {

  public static final Actor BINA = new Actor("bina");
  static final Actor SUNIL = new Actor("sunil");
  static final Actor OMAR = new Actor("omar");
  static final Actor ASHA = new Actor("asha");
  static final Actor ARUN = new Actor("arun");
  static final Actor MEERA = new Actor("meera");

  private static final Currency INR = Currency.getInstance("INR");

  private final Drafts drafts;
  private final Approvals approvals;
  private final Submitting submitting;
  private final Mill mill;
  private final Identities identities;
  private final Tasks tasks;
  private final OpenItems items;
  private final TaxRates rates;
  private final Clock clock;

  Submissions(
      Drafts drafts,
      Approvals approvals,
      Submitting submitting,
      Mill mill,
      Identities identities,
      Tasks tasks,
      OpenItems items,
      TaxRates rates,
      Clock clock) {
    this.drafts = drafts;
    this.approvals = approvals;
    this.submitting = submitting;
    this.mill = mill;
    this.identities = identities;
    this.tasks = tasks;
    this.items = items;
    this.rates = rates;
    this.clock = clock;
  }

  /** One person in each department, and two in Accounts. */
  public void people() {
    person("bina", Group.BILLING, Group.SALES);
    person("sunil", Group.SALES, Group.OPERATIONS);
    person("omar", Group.OPERATIONS);
    person("asha", Group.ACCOUNTS);
    person("arun", Group.ACCOUNTS);
    person("meera", Group.MANAGER);
  }

  void person(String name, Group... groups) {
    identities.create(
        new Person(name, name, name + "@example.com", Set.of(groups)), "secret-12345");
  }

  public CustomerId customer(String number) {
    return mill.neighbour(number);
  }

  /** Something was billed to them before. */
  public void isKnown(CustomerId customer) {
    owes(customer, -30);
  }

  /** What they owe has been due for so many days. */
  void owes(CustomerId customer, int days) {
    LocalDate dueOn = LocalDate.now(clock).minusDays(days);
    items.open(
        new NewDocument(
            customer,
            DocumentKind.INVOICE,
            "OLD-1",
            dueOn.minusDays(31),
            dueOn,
            Money.of("100.00", "INR"),
            null,
            "test"),
        BINA);
  }

  /** A draft of one line, ten pieces at that price, as contracted. */
  public InvoiceId draft(CustomerId customer, String price) {
    return drafts.draft(
        NewInvoice.of(basis(customer, "PO-1"), List.of(charge(price, price))), BINA);
  }

  public InvoiceId submitted(CustomerId customer, String price) {
    InvoiceId invoice = draft(customer, price);
    submitting.submit(invoice, BINA);
    return invoice;
  }

  /** What no contract asks for. */
  InvoiceId expenses(CustomerId customer, String description, String amount) {
    FreeLine line =
        new FreeLine(description, "", BigDecimal.ONE, new BigDecimal(amount), "996511", true);
    InvoiceId invoice =
        drafts.draft(NewInvoice.of(basis(customer, "PO-1"), List.of(line.charge(INR))), BINA);
    submitting.submit(invoice, BINA);
    return invoice;
  }

  void reprices(InvoiceId invoice, String price) {
    var view = approvals.invoice(invoice);
    drafts.revise(
        invoice,
        view.basis(),
        List.of(new NewLine(view.lines().get(0).id(), charge(price, price), null)),
        BINA);
  }

  /** From today on goods of that code bear another GST rate. */
  void taxes(String code, String rate) {
    rates.put(
        new NewTaxRate(
            TaxSchemes.IN_GST,
            code,
            RateComponent.GST,
            new BigDecimal(rate),
            LocalDate.now(clock),
            "A notification"),
        ASHA);
  }

  TaskView task(InvoiceId invoice, Department department) {
    return task(invoice, InvoiceApproval.taskOf(department));
  }

  public TaskView task(InvoiceId invoice, String key) {
    return tasks.about(invoice.toString()).stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No task " + key + " waits"));
  }

  void claims(TaskView task, Actor by) {
    tasks.claim(task.id(), by);
  }

  /** A manager gives the task back to its group. */
  void handsBack(InvoiceId invoice, Department department) {
    tasks.giveBack(task(invoice, department).id(), MEERA);
  }

  void approves(InvoiceId invoice, Department department, Actor by) {
    answers(task(invoice, department), Map.of("verdict", "approve"), by);
  }

  void returns(InvoiceId invoice, Department department, String reason, Actor by) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("verdict", "return");
    answer.put("reason", reason);
    answer.put("lines", List.of(approvals.invoice(invoice).lines().get(0).id().toString()));
    answers(task(invoice, department), answer, by);
  }

  public void revises(InvoiceId invoice) {
    answers(task(invoice, InvoiceApproval.REVISE), Map.of("done", true), BINA);
  }

  public void answers(TaskView task, Map<String, Object> answer, Actor by) {
    if (task.assignee() == null) {
      tasks.claim(task.id(), by);
    }
    tasks.complete(task.id(), new Answer(answer), by);
  }

  private static Basis basis(CustomerId customer, String po) {
    return new Basis(
        customer.value(), null, null, null, "INR", "net 30", po, "IN_GST", "27", "REGULAR", null);
  }

  private static Charge charge(String price, String contractPrice) {
    BigDecimal quantity = BigDecimal.TEN;
    BigDecimal net = Charge.net(quantity, new BigDecimal(price), BigDecimal.ZERO, INR);
    BigDecimal contract = Charge.net(quantity, new BigDecimal(contractPrice), BigDecimal.ZERO, INR);
    return new Charge(
        "A-1",
        "Cotton yarn",
        "KGS",
        quantity,
        new BigDecimal(price),
        BigDecimal.ZERO,
        net,
        "5205",
        false,
        "TAXED",
        new BigDecimal(contractPrice),
        BigDecimal.ZERO,
        contract,
        null,
        null);
  }
}
