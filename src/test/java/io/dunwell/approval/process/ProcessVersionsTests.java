package io.dunwell.approval.process;

import static io.dunwell.approval.process.Submissions.ASHA;
import static io.dunwell.approval.process.Submissions.OMAR;
import static io.dunwell.approval.process.Submissions.SUNIL;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Department;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.Mill;
import io.dunwell.billing.SwitchedDuty;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.events.RegistrationRefused;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Ids;
import io.dunwell.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What began on an earlier model ends well after a new one is deployed. */
@DunwellTest
class ProcessVersionsTests {

  @Autowired Submissions people;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired ManagementService management;
  private static final Path FORMER = Path.of("src/test/resources/former-models");

  @Autowired Workflow workflow;
  @Autowired Invoicing invoicing;
  @Autowired SwitchedDuty duty;
  @Autowired Mill mill;
  @Autowired ApplicationEventPublisher events;

  private InvoiceId invoice = new InvoiceId(Ids.next());
  private CustomerId customer = new CustomerId(Ids.next());

  @BeforeEach
  void anInvoiceIsOnTheOldModel() throws IOException {
    AbstractAssertions.init(engine);
    people.people();
    customer = people.customer("C-1");
    deploy(
        Files.readString(Path.of("src/test/resources/former-models/invoice-approval-before.bpmn")));
    invoice = people.submitted(customer, "9000.00");
    people.approves(invoice, Department.SALES, SUNIL);
    deploy(Files.readString(Path.of("processes/invoice-approval.bpmn")));
  }

  @Test
  void itEndsOnTheOldModelWhileNewOnesBeginOnTheNew() {
    people.approves(invoice, Department.OPERATIONS, OMAR);
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    assertThat(process(invoice)).isWaitingAtExactly("issueInvoice");

    InvoiceId later = people.submitted(customer, "9000.00");
    Assertions.assertThat(process(later).getProcessDefinitionId())
        .isNotEqualTo(process(invoice).getProcessDefinitionId());
  }

  @Test
  void itIsMigratedAndKeepsItsTimeLimitsFromThenOn() {
    workflow.migrate("invoice-approval");

    ProcessInstance moved = process(invoice);
    Assertions.assertThat(moved.getProcessDefinitionId()).isEqualTo(newest().getId());
    Assertions.assertThat(
            management.createJobQuery().processInstanceId(moved.getId()).timers().count())
        .isEqualTo(2);
    people.returns(invoice, Department.OPERATIONS, "The note is not signed", OMAR);
    people.revises(invoice);
    assertThat(process(invoice)).isWaitingAtExactly("departments", "approveOperations");
    people.approves(invoice, Department.OPERATIONS, OMAR);
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    assertThat(process(invoice)).isWaitingAtExactly("issueInvoice");
  }

  @Test
  void whatWaitsForTheTaxPortalEndsOnItsModelAndIsMendedOnceItIsMigrated() throws IOException {
    deploy(Files.readString(FORMER.resolve("invoice-approval-before-mending.bpmn")));
    customer = mill.customer("C-7", "Loom Ltd", "IN", "Maharashtra", "27AABCM8432E1ZL");
    people.isKnown(customer);
    duty.set(true);
    try {
      InvoiceId stays = people.submitted(customer, "100.00");
      InvoiceId moves = people.submitted(customer, "200.00");
      workflow.workDueJobs();
      deploy(Files.readString(Path.of("processes/invoice-approval.bpmn")));
      ProcessInstance old = process(stays);
      events.publishEvent(new RegistrationRefused(stays.value(), "3029: GSTIN is cancelled"));
      assertThat(old).isWaitingAtExactly("invoiceRegistered");
      invoicing.mark(stays, "irn", "Ack 1", new byte[] {1}, ASHA);
      workflow.workDueJobs();
      assertThat(old).isEnded().hasPassed("invoiceSent");

      workflow.migrate("invoice-approval");
      events.publishEvent(new RegistrationRefused(moves.value(), "3029: GSTIN is cancelled"));
      assertThat(process(moves))
          .isWaitingAtExactly("invoiceRegistered", "mending", "mendRegistration");
    } finally {
      duty.set(false);
    }
  }

  private void deploy(String model) throws IOException {
    DeploymentBuilder deployment =
        repository.createDeployment().name("versions").addString("invoice-approval.bpmn", model);
    for (String form :
        List.of(
            "approve-sales",
            "approve-operations",
            "approve-accounts",
            "approve-second",
            "approve-management",
            "revise-invoice",
            "mend-registration")) {
      deployment.addString(form + ".form", Files.readString(Path.of("forms", form + ".form")));
    }
    deployment.deploy();
  }

  private ProcessDefinition newest() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("invoice-approval")
        .latestVersion()
        .singleResult();
  }

  private ProcessInstance process(InvoiceId id) {
    return Objects.requireNonNull(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(id.toString(), "invoice-approval")
            .singleResult());
  }
}
