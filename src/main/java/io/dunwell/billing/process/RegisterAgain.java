package io.dunwell.billing.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.process.InvoiceApproval;
import io.dunwell.billing.Registrations;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.Address;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code registerAgain}, which follows {@code mendRegistration}. */
@Component("registerAgain")
class RegisterAgain implements JavaDelegate, HumanDecision {

  private final Registrations registrations;
  private final Approvals approvals;
  private final Customers customers;

  RegisterAgain(Registrations registrations, Approvals approvals, Customers customers) {
    this.registrations = registrations;
    this.approvals = approvals;
    this.customers = customers;
  }

  @Override
  public String task() {
    return InvoiceApproval.MEND;
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    InvoiceId id = InvoiceId.of(task.businessKey());
    InvoiceView invoice = approvals.invoice(id);
    CustomerView customer = customers.view(invoice.customer());
    String refusal = registrations.refusal(id).orElse("Nothing any more: it was sent again.");
    Map<String, Object> facts = new HashMap<>();
    facts.put("invoice", id.toString());
    facts.put("number", String.valueOf(invoice.number()));
    facts.put("issuedOn", invoice.issuedOn() == null ? "" : Words.day(invoice.issuedOn()));
    facts.put("amount", Words.money(invoice.total()));
    facts.put("customer", invoice.customer().toString());
    facts.put("customerName", customer.name());
    facts.put("customerNumber", customer.number());
    facts.put("gstin", taxId(customer));
    facts.put("address", address(customer));
    facts.put("refusal", refusal);
    facts.put("remedy", PortalRemedy.of(refusal));
    return facts;
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    if (!Boolean.parseBoolean(answer.text("mended").orElse("false"))) {
      throw new RuleViolation(
          "einvoice.not-mended", "Mend what the tax portal complains of, then say that it is.");
    }
  }

  @Override
  public void execute(DelegateExecution execution) {
    registrations.sendAgain(InvoiceApproval.invoiceOf(execution), Answered.in(execution).by());
  }

  private static String taxId(CustomerView customer) {
    return customer.taxIds().stream()
        .filter(id -> id.scheme().equals("GSTIN"))
        .map(id -> "GSTIN " + id.value())
        .findFirst()
        .orElse("No GSTIN");
  }

  private static String address(CustomerView customer) {
    return customer.addresses().stream()
        .findFirst()
        .map(RegisterAgain::oneLine)
        .orElse("No address");
  }

  private static String oneLine(Address address) {
    return java.util.stream.Stream.of(
            address.lines(), address.city(), address.postalCode(), address.region())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(", "));
  }
}
