package io.dunwell.einvoice;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.FormFile;
import io.dunwell.approval.process.Submissions;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.Mill;
import io.dunwell.billing.SwitchedDuty;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.einvoice.Registration.State;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.CustomerChange;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.party.TaxId;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import io.dunwell.workflow.Workflow;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A company that has to register its invoices, and a portal over HTTP: from issue to letter. */
@DunwellTest
class RegistrationTests {

  private static final Actor ASHA = new Actor("asha");

  @Autowired private Mill mill;
  @Autowired private Submissions people;
  @Autowired private SwitchedDuty duty;
  @Autowired private PortalServer server;
  @Autowired private Workflow workflow;
  @Autowired private Tasks tasks;
  @Autowired private Customers customers;
  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtime;
  @Autowired private InvoiceBook book;
  @Autowired private Invoicing invoicing;
  @Autowired private RegistrationBook registrations;
  @Autowired private RegistrationSchedule schedule;
  @Autowired private PortalCancellation cancellation;
  @Autowired private Letters letters;
  @Autowired private Clock clock;
  @Autowired private MockMvc web;

  @BeforeEach
  void open() {
    init(engine);
    people.people();
    duty.set(true);
    server.forget(indianTime());
  }

  @AfterEach
  void close() {
    duty.set(false);
  }

  @Test
  void anInvoiceWaitsForThePortalAndGoesOutWithItsNumberAndCode() throws Exception {
    InvoiceId id = approved("27AABCM8432E1ZL");
    ProcessInstance process = process(id);
    workflow.workDueJobs();

    BpmnAwareTests.assertThat(process).isWaitingAtExactly("invoiceRegistered");
    assertThat(book.view(id).letter()).isNull();
    assertRefused("invoice.not-registered", () -> invoicing.send(id, ASHA));
    assertThat(registrations.find(id.value()).orElseThrow().state()).isEqualTo(State.PENDING);

    register(id)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("REGISTERED"))
        .andExpect(jsonPath("$.ackNumber").isNotEmpty());
    workflow.workDueJobs();

    BpmnAwareTests.assertThat(process).isEnded().hasPassed("invoiceRegistered", "invoiceSent");
    Registration registration = registrations.find(id.value()).orElseThrow();
    assertThat(book.view(id).letter()).isNotNull();
    assertThat(printed(id))
        .contains(registration.irn().value())
        .contains(String.valueOf(registration.ackNumber()));
    assertThat(codes(id)).containsExactly(String.valueOf(registration.signedQrCode()));
    assertThat(attachments(id)).as("one PDF, the registered").containsExactly(invoicing.pdf(id));
    web.perform(get("/invoices/" + id).with(user("asha").roles("ACCOUNTS")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString(registration.irn().value())))
        .andExpect(content().string(containsString("Registered at the tax portal")));
  }

  @Test
  void whoHasNoGstinGetsTheInvoiceAtOnce() {
    InvoiceId id = approved(null);
    workflow.workDueJobs();

    assertThat(book.view(id).letter()).isNotNull();
    assertThat(registrations.find(id.value())).isEmpty();
  }

  @Test
  void aBillOfSupplyIsNoMatterOfThePortal() {
    CustomerId customer =
        mill.customer("C-9", "Mumbai Garments", "IN", "Maharashtra", "27AABCM8432E1ZL");
    InvoiceId id = people.draft(customer, "100.00");
    InvoiceView view = mill.view(id);
    LineView line = view.lines().get(0);
    Charge charge = line.charge();
    Charge nil = charge.worded(charge.description(), charge.taxCode(), "NIL_RATED");
    mill.drafts()
        .revise(id, view.basis(), List.of(new NewLine(line.id(), nil, null)), Submissions.BINA);

    mill.issues(id);

    assertThat(book.view(id).letter()).isNotNull();
    assertThat(registrations.find(id.value())).isEmpty();
  }

  @Test
  void whatThePortalWouldNotTakeIsNotIssued() {
    InvoiceId id = approved("29AAGCB7383J1Z4");

    // the place of supply is Maharashtra, but the buyer stands in Mumbai with a number of Karnataka
    assertRefused("einvoice.invalid", () -> invoicing.issue(id, ASHA));
    assertThat(book.view(id).status()).isEqualTo(InvoiceStatus.APPROVED);
  }

  @Test
  void whatThePortalWouldNotTakeGoesBackToItsPreparerBeforeItHasANumber() {
    InvoiceId id = approved("29AAGCB7383J1Z4");
    workflow.workDueJobs();

    BpmnAwareTests.assertThat(process(id)).hasPassed("taxChanged").isWaitingAt("reviseInvoice");
    assertThat(tasks.view(people.task(id, "reviseInvoice").id()).facts().get("returnedBecause"))
        .asString()
        .contains("The tax portal would refuse it.", "submit it again");
    assertThat(book.view(id).number()).isNull();

    hasGstin(id, "27AABCM8432E1ZL");
    people.revises(id);
    workflow.workDueJobs();
    BpmnAwareTests.assertThat(process(id)).isWaitingAtExactly("invoiceRegistered");
  }

  @Test
  void whatThePortalRefusesIsMendedByAPersonAndSentAgain() throws Exception {
    InvoiceId id = refused("3029", "GSTIN is cancelled");
    ProcessInstance process = process(id);
    BpmnAwareTests.assertThat(process)
        .isWaitingAtExactly("invoiceRegistered", "mending", "mendRegistration");
    TaskView task = people.task(id, "mendRegistration");
    Map<String, Object> facts = tasks.view(task.id()).facts();
    assertThat(FormFile.of("mend-registration").missingIn(facts)).isEmpty();
    assertThat(facts)
        .containsEntry("refusal", "3029: GSTIN is cancelled")
        .containsEntry("gstin", "GSTIN 27AABCM8432E1ZL");
    assertRefused("einvoice.not-mended", () -> people.answers(task, Map.of(), ASHA));
    assertRefused(
        "task.other-group", () -> tasks.complete(task.id(), new Answer(Map.of()), Mill.OPERATIONS));

    hasGstin(id, "29AAGCB7383J1Z4");
    assertRefused("einvoice.invalid", () -> people.answers(task, Map.of("mended", true), ASHA));
    hasGstin(id, "27AABCM8432E1ZL");
    people.answers(task, Map.of("mended", true), ASHA);
    BpmnAwareTests.assertThat(process).hasPassed("registerAgain", "registrationAwaited");
    schedule.round();
    workflow.workDueJobs();
    BpmnAwareTests.assertThat(process).isEnded().hasPassed("invoiceSent");
    assertThat(book.history(id)).anyMatch(each -> each.what().equals("einvoice.sent-again"));
  }

  @Test
  void aRefusalIsOverOnceItIsRegisteredOnTheDesk() throws Exception {
    InvoiceId id = refused("3028", "GSTIN is not active");
    ProcessInstance process = process(id);
    server.portal.refusal = new PortalRefusal("3029", "GSTIN is cancelled");
    register(id).andExpect(jsonPath("$.state").value("REFUSED"));
    assertThat(tasks.view(people.task(id, "mendRegistration").id()).facts())
        .as("the later refusal counts")
        .containsEntry("refusal", "3029: GSTIN is cancelled");

    register(id).andExpect(jsonPath("$.state").value("REGISTERED"));
    workflow.workDueJobs();
    BpmnAwareTests.assertThat(process).isEnded().hasPassed("mendingOver", "invoiceSent");
  }

  @Test
  void aRefusedInvoiceThatIsCancelledNeedsNoMendingAnyMore() {
    InvoiceId id = refused("3028", "GSTIN is not active");
    ProcessInstance process = process(id);
    invoicing.cancel(id, "Wrong customer", ASHA);
    BpmnAwareTests.assertThat(process).isEnded().hasPassed("approvalWithdrawn");
  }

  /** Issued by its process, sent, and refused. */
  private InvoiceId refused(String code, String text) {
    InvoiceId id = approved("27AABCM8432E1ZL");
    workflow.workDueJobs();
    server.portal.refusal = new PortalRefusal(code, text);
    schedule.round();
    return id;
  }

  private void hasGstin(InvoiceId id, String gstin) {
    CustomerView view = customers.view(book.view(id).customer());
    customers.change(
        view.id(),
        new CustomerChange(
            view.name(),
            view.language(),
            view.currency(),
            view.country(),
            view.collector(),
            view.terms(),
            view.contacts(),
            view.addresses(),
            List.of(new TaxId("GSTIN", gstin))),
        ASHA);
  }

  @Test
  void withinADayARegistrationIsCancelledAtThePortalAndTheInvoiceWithIt() throws Exception {
    InvoiceId id = registered();
    assertRefused("einvoice.registered", () -> invoicing.cancel(id, "Wrong branch", ASHA));
    assertThat(book.view(id).status()).isEqualTo(InvoiceStatus.ISSUED);
    cancel(id, "OTHERS", "").andExpect(status().isBadRequest());
    server.portal.silences = 1;
    cancel(id, "ORDER_CANCELLED", "Wrong branch")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("einvoice.unreachable"));

    // the portal heard the first time; it says so, and that counts
    cancel(id, "ORDER_CANCELLED", "Wrong branch")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("CANCELLED"));

    assertThat(book.view(id).status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(book.history(id)).anyMatch(each -> each.what().equals("einvoice.cancelled"));
    register(id)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("einvoice.not-issued"));
  }

  @Test
  void afterADayOnlyACreditNoteHelps() {
    server.portal.time = indianTime().minusHours(25);
    InvoiceId id = registered();
    server.asked.clear();

    assertThatThrownBy(() -> cancellation.cancel(id, CancelReason.DUPLICATE, "Twice", ASHA))
        .hasMessageContaining("credit note")
        .extracting("code")
        .isEqualTo("einvoice.too-late");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void whatIsNotAnsweredIsSentAgainAndFetchedWhenThePortalHasIt() throws Exception {
    InvoiceId id = approved("27AABCM8432E1ZL");
    workflow.workDueJobs();
    server.broken = 503;
    register(id).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("PENDING"));
    assertRefused("einvoice.unanswered", () -> invoicing.cancel(id, "Wrong branch", ASHA));

    server.broken = 0;
    server.portal.silences = 1;
    register(id).andExpect(jsonPath("$.state").value("PENDING"));
    schedule.round();
    assertThat(book.view(id).letter()).as("it pauses first").isNull();

    register(id).andExpect(jsonPath("$.state").value("REGISTERED"));
    assertThat(server.portal.registered()).isEqualTo(1);
    assertThat(book.view(id).letter()).isNotNull();
  }

  @Test
  void theScheduleSendsWhatNobodyAskedForAndARefusalStandsOnThePage() throws Exception {
    InvoiceId id = approved("27AABCM8432E1ZL");
    workflow.workDueJobs();
    server.portal.refusal = new PortalRefusal("3028", "GSTIN is not active");
    schedule.round();

    web.perform(get("/invoices/" + id).with(user("bina").roles("BILLING")))
        .andExpect(content().string(containsString("3028: GSTIN is not active")));
    register(id).andExpect(jsonPath("$.state").value("REGISTERED"));
    assertThat(book.view(id).letter()).isNotNull();
  }

  private InvoiceId registered() {
    InvoiceId id = approved("27AABCM8432E1ZL");
    workflow.workDueJobs();
    schedule.round();
    assertThat(registrations.find(id.value()).orElseThrow().state()).isEqualTo(State.REGISTERED);
    return id;
  }

  /** Approved by policy, for the customer is known and the amount small. */
  private InvoiceId approved(@Nullable String gstin) {
    CustomerId customer = mill.customer("C-9", "Mumbai Garments", "IN", "Maharashtra", gstin);
    people.isKnown(customer);
    return people.submitted(customer, "100.00");
  }

  private ResultActions register(InvoiceId id) throws Exception {
    return web.perform(
        post("/api/invoices/" + id + "/registration")
            .with(user("bina").roles("BILLING"))
            .with(csrf()));
  }

  private ResultActions cancel(InvoiceId id, String reason, String remark) throws Exception {
    return web.perform(
        post("/api/invoices/" + id + "/registration/cancellation")
            .with(user("asha").roles("ACCOUNTS"))
            .with(csrf())
            .contentType("application/json")
            .content("{\"reason\":\"" + reason + "\",\"remark\":\"" + remark + "\"}"));
  }

  private LocalDateTime indianTime() {
    return LocalDateTime.now(clock.withZone(Registration.INDIA)).truncatedTo(ChronoUnit.SECONDS);
  }

  private ProcessInstance process(InvoiceId id) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(id.toString(), "invoice-approval")
        .singleResult();
  }

  private String printed(InvoiceId id) throws Exception {
    try (PDDocument document = Loader.loadPDF(invoicing.pdf(id))) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  private List<byte[]> attachments(InvoiceId id) throws Exception {
    LetterId letter = new LetterId(Objects.requireNonNull(book.view(id).letter()));
    MimeMessage mail =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(letters.eml(letter)));
    List<byte[]> files = new ArrayList<>();
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      if (parts.getBodyPart(i).getFileName() != null) {
        files.add(parts.getBodyPart(i).getInputStream().readAllBytes());
      }
    }
    return files;
  }

  /** What the QR codes on the first page say. */
  private List<String> codes(InvoiceId id) throws Exception {
    List<String> codes = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(invoicing.pdf(id))) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getXObjectNames()) {
        if (resources.getXObject(name) instanceof PDImageXObject image) {
          BufferedImage picture = image.getImage();
          codes.add(IndianPortalTests.text(picture));
        }
      }
    }
    return codes;
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).extracting("code").isEqualTo(code);
  }
}
