package io.dunwell.billing;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.NewContract;
import io.dunwell.documents.DocumentId;
import io.dunwell.documents.Documents;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerId;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.OpenItems;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.workflow.Workflow;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DunwellTest
class BillingWebTests {

  private static final Pattern MISSING_MESSAGE = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

  @Autowired MockMvc mvc;
  @Autowired Mill mill;
  @Autowired Workflow workflow;
  @Autowired JdbcClient jdbc;
  @Autowired BillingRuns billingRuns;
  @Autowired Clock clock;
  @Autowired Contracts contracts;
  @Autowired Receipts receipts;
  @Autowired OpenItems openItems;
  @Autowired Documents documents;
  @Autowired Invoicing invoicing;

  private LocalDate today;
  private InvoiceId issued;
  private InvoiceId draft;
  private String number;

  @BeforeEach
  void aMonthOfBilling() {
    mill.opens();
    today = LocalDate.now(clock);
    ContractId contract = mill.yarnContract(mill.neighbour("C-1"));
    DeliveryId delivery = mill.delivers(contract, "DC-1", today.minusDays(9), "40");
    mill.proves(delivery);
    issued = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    number = mill.issues(issued);
    mill.delivers(contract, "DC-2", today.minusDays(8), "7");
    draft = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    ContractId proven =
        mill.contract(
            mill.neighbour("C-2"), BillingRule.PER_DELIVERY, null, true, Mill.yarn("9.00"));
    mill.delivers(proven, "DC-3", today.minusDays(40), "3");
  }

  @Test
  void everyPageIsWellMade() throws Exception {
    for (String path :
        List.of(
            "/unbilled",
            "/unbilled?cause=PROOF_MISSING&minAge=5&sort=-value",
            "/billing-runs",
            "/invoices",
            "/invoices?status=DRAFT&sort=-total&q=10,500",
            "/invoices/" + issued,
            "/invoices/" + draft,
            "/invoices/" + issued + "/notes/new",
            "/invoices/" + issued + "/notes/new?kind=DEBIT_NOTE",
            "/advances",
            "/advances?status=DRAFT&sort=-left&q=x")) {
      String page =
          mvc.perform(get(path).with(user("bina").roles("BILLING")))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(MISSING_MESSAGE.matcher(page).results().map(found -> found.group())).isEmpty();
    }
  }

  @Test
  void theInvoiceIsFoundByNumberAndAmountAndLeavesAsExcel() throws Exception {
    mvc.perform(get("/api/invoices").param("q", number).with(user("bina").roles("BILLING")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.content[0].total").value("10500.00"));
    mvc.perform(get("/api/invoices").param("q", "10,500").with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.total").value(1));
    mvc.perform(get("/invoices?format=xlsx").with(user("bina").roles("BILLING")))
        .andExpect(header().string("Content-Disposition", containsString("invoices.xlsx")));
    byte[] sheet =
        mvc.perform(get("/invoices?format=xlsx").with(user("bina").roles("BILLING")))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
      assertThat(
              book.getFirstSheet().read().stream()
                  .flatMap(Row::stream)
                  .filter(cell -> cell != null && cell.getType() == CellType.NUMBER)
                  .map(Cell::asNumber))
          .as("amounts are numbers")
          .anySatisfy(amount -> assertThat(amount).isEqualByComparingTo("10500"));
    }
    mvc.perform(get("/unbilled?format=xlsx").with(user("bina").roles("BILLING")))
        .andExpect(header().string("Content-Disposition", containsString("unbilled.xlsx")));
  }

  @Test
  void theRegisterSaysWhatIsMissing() throws Exception {
    mvc.perform(
            get("/api/unbilled")
                .param("cause", "PROOF_MISSING")
                .with(user("omar").roles("OPERATIONS")))
        .andExpect(jsonPath("$.content[0].deliveryNumber").value("DC-3"))
        .andExpect(jsonPath("$.content[0].value").value("27.00"));
    mvc.perform(get("/api/unbilled/trend").with(user("omar").roles("OPERATIONS")))
        .andExpect(status().isOk());
  }

  @Test
  void onlyWhoMayBillsAndARefusalIsAProblem() throws Exception {
    String run = "{\"upTo\": \"%s\", \"dryRun\": true}".formatted(today);
    mvc.perform(
            post("/api/billing-runs")
                .content(run)
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("omar").roles("OPERATIONS")))
        .andExpect(status().isForbidden());
    mvc.perform(
            post("/api/billing-runs")
                .content(run)
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.leftOut[?(@.cause == 'PROOF_MISSING')]").exists());
    mvc.perform(
            post("/api/invoices/" + draft + "/issue")
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("invoice.not-approved"));
  }

  @Test
  void theDraftsOfARunAreSubmittedAtOnce() throws Exception {
    String none = "/api/billing-runs/" + UUID.randomUUID() + "/submission";
    mvc.perform(post(none).with(csrf()).with(user("omar").roles("OPERATIONS")))
        .andExpect(status().isForbidden());
    mvc.perform(post(none).with(csrf()).with(user("bina").roles("BILLING")))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("billing-run.unknown"));
    UUID run = Objects.requireNonNull(mill.view(draft).preparation().run());
    String one = "/api/billing-runs/" + run + "/submission";
    mvc.perform(get(one).with(user("aud").roles("AUDITOR"))).andExpect(status().isNotFound());
    mvc.perform(post(one).with(csrf()).with(user("bina").roles("BILLING")))
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", one))
        .andExpect(jsonPath("$.status").value("RUNNING"))
        .andExpect(jsonPath("$.waiting").value(1));
    assertThat(page("/billing-runs/" + run)).contains("data-refresh", "Still waiting");
    workflow.workDueJobs();
    mvc.perform(get(one).with(user("aud").roles("AUDITOR")))
        .andExpect(jsonPath("$.status").value("FINISHED"))
        .andExpect(jsonPath("$.submitted").value(1));
    mvc.perform(get(one + "/drafts?outcome=SUBMITTED").with(user("aud").roles("AUDITOR")))
        .andExpect(jsonPath("$.content[0].invoice").value(draft.toString()));
    assertThat(page("/billing-runs/" + run)).doesNotContain("data-refresh");
  }

  private String page(String path) throws Exception {
    return mvc.perform(get(path).with(user("bina").roles("BILLING")))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void everythingAboutItIsOnOnePageAndInOneFile() throws Exception {
    mvc.perform(get("/api/invoices/" + issued + "/history").with(user("aud").roles("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("DC-1")))
        .andExpect(content().string(containsString("signed.txt")))
        .andExpect(content().string(containsString("invoice.issued")))
        .andExpect(content().string(containsString("RECEIVABLE")));
    byte[] zip =
        mvc.perform(get("/api/invoices/" + issued + "/dossier").with(user("aud").roles("AUDITOR")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(names(zip))
        .contains(
            "invoice.pdf", "mail.eml", "history.csv", "verdicts.json", "proofs/01-signed.txt");
  }

  @Test
  void whatComesFromElsewhereIsStillFoundByItsNumber() throws Exception {
    mvc.perform(get("/api/invoices/OLD-1").with(user("bina").roles("BILLING")))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("document.unknown"));
  }

  @Test
  void aNoteIsDraftedOnItsPageAndNumbersWithSlashesAreFound() throws Exception {
    mvc.perform(get("/api/invoices").param("number", number).with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].id").value(issued.toString()));
    String line = mill.view(issued).lines().get(0).id().toString();
    String note =
        posted(
            post("/invoices/" + issued + "/notes")
                .param("kind", "DEBIT_NOTE")
                .param("about", "PRICE")
                .param("price-" + line, "2.50")
                .param("reason", "Cotton rose"));
    mvc.perform(get(note).with(user("bina").roles("BILLING")))
        .andExpect(content().string(containsString("Cotton rose")));
    mvc.perform(
            get("/api/invoices/" + note.substring("/invoices/".length()))
                .with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.kind").value("DEBIT_NOTE"))
        .andExpect(jsonPath("$.net").value("100.00"));
    mvc.perform(
            post("/api/invoices/" + issued + "/credit-notes")
                .content(
                    "{\"reason\": \"Damp\", \"lines\": [{\"line\": \"%s\", \"quantity\": 41}]}"
                        .formatted(line))
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("credit-note.more-than-billed"));
  }

  @Test
  void aDraftIsEditedOnItsPage() throws Exception {
    String line = mill.view(draft).lines().get(0).id().toString();
    assertThat(page("/invoices/" + draft)).contains("name=\"edition\" value=\"0\"");
    posted(
        post("/invoices/" + draft + "/lines")
            .param("edition", "0")
            .param("quantity-" + line, "5")
            .param("po", ""));
    theSecondOfTwoIsTold(line);
    whatCannotBeIsSaidByItsField(line);
    posted(
        post("/invoices/" + draft + "/lines/addition")
            .param("description", "Freight")
            .param("quantity", "1")
            .param("price", "1,200")
            .param("code", "996511")
            .param("service", "yes")
            .param("because", "Agreed by phone"));
    InvoiceView edited = mill.view(draft);
    assertThat(edited.net().text()).isEqualTo("2450.00");
    String free = edited.lines().get(1).id().toString();
    String other = posted(post("/invoices/" + draft + "/lines/split").param("pick-" + free, "1"));
    assertThat(other).isNotEqualTo("/invoices/" + draft);
    assertThat(mill.view(draft).lines()).hasSize(1);
    mvc.perform(get("/unbilled").with(user("bina").roles("BILLING")))
        .andExpect(content().string(containsString("DC-2")));
  }

  private void whatCannotBeIsSaidByItsField(String line) throws Exception {
    for (String field : List.of("quantity", "unitPrice", "discountPercent")) {
      mvc.perform(
              put("/api/invoices/" + draft + "/lines/" + line)
                  .content("{\"%s\": 0.00000012}".formatted(field))
                  .contentType(MediaType.APPLICATION_JSON)
                  .with(csrf())
                  .with(user("asha").roles("BILLING")))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(jsonPath("$.fields[0].field").value(field))
          .andExpect(jsonPath("$.detail").value(containsString(field)));
    }
    mvc.perform(get("/api/unbilled?page=99999999&size=100").with(user("asha").roles("BILLING")))
        .andExpect(status().isOk());
    for (MockHttpServletRequestBuilder odd :
        List.of(
            post("/invoices/" + draft + "/lines/removal").param("pick-x", "1"),
            post("/invoices/" + draft + "/lines").param("price-" + line, "12,50"),
            post("/approvals").param("choice", "x"))) {
      mvc.perform(odd.with(csrf()).with(user("asha").roles("BILLING")))
          .andExpect(flash().attributeExists("refusal"));
    }
  }

  private void theSecondOfTwoIsTold(String line) throws Exception {
    mvc.perform(
            post("/invoices/" + draft + "/lines")
                .param("edition", "0")
                .param("quantity-" + line, "6")
                .with(csrf())
                .with(user("asha").roles("BILLING")))
        .andExpect(flash().attribute("refusal", containsString("bina changed this")));
    mvc.perform(
            put("/api/invoices/" + draft + "/lines/" + line)
                .content("{\"quantity\": 6, \"edition\": 0}")
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("asha").roles("BILLING")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("invoice.changed-meanwhile"));
    mvc.perform(
            post("/invoices/" + draft + "/submission")
                .param("edition", "0")
                .with(csrf())
                .with(user("asha").roles("BILLING")))
        .andExpect(flash().attribute("refusal", containsString("bina changed this")));
    mvc.perform(
            post("/api/invoices/" + draft + "/submission")
                .content("{\"edition\": 0}")
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("asha").roles("BILLING")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("invoice.changed-meanwhile"));
    mvc.perform(
            put("/api/invoices/" + draft + "/lines/" + line)
                .content("{\"description\": \"Cotton yarn, combed\", \"edition\": 1}")
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("asha").roles("BILLING")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.edition").value(2));
  }

  @Test
  void anAdvanceThatCannotBeAskedForIsNamedInTheRunWithItsReason() throws Exception {
    ContractTerms nothingPriced =
        new ContractTerms(
            "Looms",
            today.minusDays(30),
            null,
            BillingRule.ADVANCE,
            PaymentTerms.net(30),
            null,
            List.of(),
            "sunil",
            "27",
            TaxSchemes.IN_GST,
            false,
            Mill.inr("5000.00"));
    contracts.agree(
        new NewContract(
            "K-LOOM", mill.neighbour("C-8"), Currency.getInstance("INR"), nothingPriced),
        Mill.SALES);
    mvc.perform(
            post("/api/billing-runs")
                .content("{\"upTo\": \"%s\", \"dryRun\": false}".formatted(today))
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", containsString("/api/billing-runs/")));
    UUID run = billingRuns.begin(today, Mill.CLERK);
    assertThat(billingRuns.list(0, 9).content()).as("a double click").hasSize(3);
    assertThat(page("/billing-runs/" + run)).contains("data-refresh", "so far");
    mvc.perform(
            post("/api/billing-runs/" + run + "/submission")
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.code").value("billing-run.going-on"));
    workflow.workDueJobs();
    assertThat(jdbc.sql("select act_id_ from act_hi_actinst").query(String.class).list())
        .contains("draftsMade");
    mvc.perform(get("/api/billing-runs/" + run).with(user("aud").roles("AUDITOR")))
        .andExpect(jsonPath("$.finishedAt").isNotEmpty());
    assertThat(page("/billing-runs/" + run)).contains("K-LOOM", "no price line", "Advance");
    mvc.perform(get("/api/billing-runs/" + run + "/left-out").with(user("aud").roles("AUDITOR")))
        .andExpect(jsonPath("$[?(@.contract == 'K-LOOM')].value").value("5000.00"));
  }

  @Test
  void aContractsPageShowsWhatIsBilledAndWhatIsNot() throws Exception {
    UUID contract =
        Objects.requireNonNull(
            mill.view(issued).basis().contract(), "what was billed has its contract");
    mill.delivers(new ContractId(contract), "DC-9", today.minusDays(1), "3");
    assertThat(page("/contracts/" + contract))
        .contains("To be billed", "DC-9", "DC-2", "Ready", number, "All 2")
        .doesNotContain("??");
  }

  @Test
  void anAdvanceIsAskedForPaidConfirmedAndSetOff() throws Exception {
    CustomerId customer = mill.neighbour("C-3");
    ContractId contract =
        mill.contract(customer, BillingRule.ADVANCE, null, false, Mill.yarn("250.00"));
    String agreed = contracts.view(contract, today).number();
    String asked =
        mvc.perform(
                post("/api/advances")
                    .content("{\"contract\": \"%s\", \"amount\": \"4000\"}".formatted(agreed))
                    .contentType(MediaType.APPLICATION_JSON)
                    .with(csrf())
                    .with(user("bina").roles("BILLING")))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.left").value("0.00"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    InvoiceId advance = InvoiceId.of(JsonPath.read(asked, "$.id"));
    String advanceNumber = mill.issues(advance);
    String confirm = "/api/advances/" + advance + "/vouchers";
    mvc.perform(post(confirm).with(csrf()).with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.code").value("receipt-voucher.nothing-received"));

    ReceiptId receipt =
        receipts.book(
            new NewReceipt(customer, Mill.inr("3000.00"), today.minusDays(3), null, "UTR-1"),
            Mill.ACCOUNTS);
    receipts.allocate(
        receipt,
        openItems.ofDocuments(Set.of(advanceNumber)).get(0).id(),
        Mill.inr("3000.00"),
        today,
        Mill.ACCOUNTS);
    String voucher =
        mvc.perform(post(confirm).with(csrf()).with(user("bina").roles("BILLING")))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.amount").value("3000.00"))
            .andExpect(jsonPath("$.receivedOn").value(today.minusDays(3).toString()))
            .andReturn()
            .getResponse()
            .getContentAsString();
    byte[] pdf =
        documents.read(new DocumentId(UUID.fromString(JsonPath.read(voucher, "$.document"))));
    try (PDDocument page = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(page))
          .contains("Receipt Voucher", "RV/", "3,000.00", advanceNumber, "notification 66/2017");
    }
    mill.delivers(contract, "DC-9", today.minusDays(2), "40");
    InvoiceId invoice = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    mvc.perform(get("/api/advances/" + advance).with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.received").value("3000.00"))
        .andExpect(jsonPath("$.setOff").value("4000.00"))
        .andExpect(jsonPath("$.left").value("0.00"));
    assertThat(mill.view(invoice).payable().text()).isEqualTo("6500.00");
    byte[] zip =
        mvc.perform(get("/invoices/" + advance + "/dossier").with(user("bina").roles("BILLING")))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(names(zip)).anyMatch(name -> name.startsWith("vouchers/RV-"));
    for (String path : List.of("/advances", "/invoices/" + advance, "/invoices/" + invoice)) {
      mvc.perform(get(path).with(user("bina").roles("BILLING")))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("4,000.00")));
    }
    assertThatThrownBy(() -> invoicing.cancel(advance, "Wrong", Mill.CLERK))
        .extracting("code")
        .isEqualTo("advance.set-off");
  }

  /** Posts as the billing clerk; where the answer leads. */
  private String posted(MockHttpServletRequestBuilder request) throws Exception {
    MvcResult answer =
        mvc.perform(request.with(csrf()).with(user("bina").roles("BILLING")))
            .andExpect(status().is3xxRedirection())
            .andReturn();
    assertThat(answer.getFlashMap().get("refusal")).isNull();
    return String.valueOf(answer.getResponse().getRedirectedUrl());
  }

  private static List<String> names(byte[] zip) throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
