package io.dunwell.einvoice;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.ForTheArchive;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Submitting;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceNotes;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.Mill;
import io.dunwell.billing.RunReport;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Deliveries;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Supply;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DunwellTest
class EinvoicesTests {

  static final EinvoiceSettings.Seller SELLER =
      new EinvoiceSettings.Seller(
          "Dunwell Mills Private Limited",
          "U17111MH2001PTC000001",
          "1 Mill Road",
          null,
          "Mumbai",
          "400001",
          "27AAPFU0939F1ZV",
          "27",
          "IN",
          "Accounts",
          "02212345678",
          "accounts@example.com",
          null,
          "50100012345678",
          "HDFC0000001");

  private static final Map<Supply, String> WORDS =
      Map.of(
          Supply.REVERSE_CHARGE, "payable on reverse charge: yes",
          Supply.DEEMED_EXPORT, "DEEMED EXPORT under section 147",
          Supply.SEZ_WITH_TAX, "OPERATIONS ON PAYMENT OF INTEGRATED TAX",
          Supply.SEZ_WITHOUT_TAX, "OPERATIONS UNDER BOND OR LETTER",
          Supply.EXPORT_WITH_TAX, "FOR EXPORT ON PAYMENT OF INTEGRATED TAX",
          Supply.EXPORT_WITHOUT_TAX, "FOR EXPORT UNDER BOND OR LETTER");

  @Autowired private Mill mill;
  @Autowired private Approvals approvals;
  @Autowired private Submitting submitting;
  @Autowired private InvoiceBook book;
  @Autowired private Invoicing invoicing;
  @Autowired private InvoiceNotes notes;
  @Autowired private Customers customers;
  @Autowired private Ubl ubl;
  @Autowired private FacturX facturX;
  @Autowired private EinvoiceReader reader;
  @Autowired private IndianPortal portal;
  @Autowired private JdbcClient jdbc;
  @Autowired private ExchangeRates rates;
  @Autowired private Deliveries deliveries;
  @Autowired private Clock clock;
  @Autowired private MockMvc mvc;

  private Einvoices einvoices;

  @BeforeEach
  void open() {
    mill.opens();
    einvoices = einvoices(SELLER);
  }

  private Einvoices einvoices(EinvoiceSettings.Seller seller) {
    return new Einvoices(
        book,
        invoicing,
        customers,
        deliveries,
        ubl,
        facturX,
        portal,
        settings(seller),
        rates,
        clock);
  }

  static EinvoiceSettings settings(EinvoiceSettings.Seller seller, String... keys) {
    return new EinvoiceSettings(
        List.of(keys),
        seller,
        Map.of(),
        new ProviderSettings("", "", "", "", "", "", Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  private static EinvoiceSettings.Seller seller(String name, String taxNumber) {
    return new EinvoiceSettings.Seller(
        name,
        null,
        "1 Mill Road",
        null,
        "Mumbai",
        "400001",
        taxNumber,
        "27",
        "IN",
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void anIssuedInvoiceBecomesInv01ToThePaisa() throws Exception {
    InvoiceId id = acrossStates();

    JsonNode payload = new ObjectMapper().readTree(einvoices.inv01(id, BigDecimal.ONE));

    InvoiceView invoice = book.view(id);
    assertThat(payload.path("DocDtls").path("No").asText()).isEqualTo(invoice.number());
    assertThat(payload.path("ValDtls").path("IgstVal").decimalValue())
        .isEqualByComparingTo(invoice.tax().amount());
    assertThat(payload.path("ValDtls").path("TotInvVal").decimalValue())
        .isEqualByComparingTo(invoice.total().amount());
    assertThat(payload.path("BuyerDtls").path("Pos").asText()).isEqualTo("29");
    assertThat(payload.path("ItemList").get(0).path("Unit").asText()).isEqualTo("KGS");
  }

  @Test
  void underReverseChargeInv01BearsTheRateAndWhatTheBuyerOwes() throws Exception {
    CustomerId customer =
        mill.customer("C-3", "Bengaluru Garments", "IN", "Karnataka", "29AAGCB7383J1Z4");
    InvoiceId draft =
        draft(mill.contract(customer, "29", "INR", Supply.REVERSE_CHARGE, Mill.yarn("200.00")));
    InvoiceId id = issued(draft);

    JsonNode payload = new ObjectMapper().readTree(einvoices.inv01(id, BigDecimal.ONE));

    assertThat(book.view(id).tax().isZero()).isTrue();
    assertThat(payload.path("TranDtls").path("RegRev").asText()).isEqualTo("Y");
    JsonNode item = payload.path("ItemList").get(0);
    assertThat(item.path("GstRt").decimalValue()).isEqualByComparingTo("5");
    assertThat(item.path("IgstAmt").decimalValue()).isEqualByComparingTo("405.00");
    assertThat(payload.path("ValDtls").path("IgstVal").decimalValue())
        .isEqualByComparingTo("405.00");
    assertThat(payload.path("PayDtls").path("PaymtDue").decimalValue())
        .isEqualByComparingTo(book.view(id).payable().amount());
  }

  @Test
  void aCreditNoteOfOursNamesItsOriginal() throws Exception {
    InvoiceId original = acrossStates();
    InvoiceId note =
        notes.note(InvoiceKind.CREDIT_NOTE, original, List.of(), "Yarn was damp", Mill.CLERK);
    mill.issues(note);

    JsonNode payload = new ObjectMapper().readTree(einvoices.inv01(note, null));

    assertThat(payload.path("DocDtls").path("Typ").asText()).isEqualTo("CRN");
    assertThat(payload.path("RefDtls").path("PrecDocDtls").get(0).path("InvNo").asText())
        .isEqualTo(book.view(original).number());
    assertThat(payload.path("ValDtls").path("TotInvVal").decimalValue())
        .isEqualByComparingTo(book.view(note).total().amount());
  }

  @Test
  void whatAContractSaysAboutItsSupplyIsTaxedPrintedAndReportedSo() throws Exception {
    CustomerId at =
        mill.customer("C-3", "Bengaluru Garments", "IN", "Karnataka", "29AAGCB7383J1Z4");
    CustomerId abroad = mill.customer("C-4", "Example Inc.", "US", "MA", null);

    assertThat(supplied(at, "29", Supply.REVERSE_CHARGE))
        .containsExactly("B2B", "Y", "AE", "0.00", "payable on reverse charge: yes");
    assertThat(supplied(at, "29", Supply.DEEMED_EXPORT))
        .containsExactly("DEXP", "N", "S", "506.25", "DEEMED EXPORT under section 147");
    assertThat(supplied(at, "29", Supply.SEZ_WITH_TAX))
        .containsExactly("SEZWP", "N", "G", "506.25", "OPERATIONS ON PAYMENT OF INTEGRATED TAX");
    assertThat(supplied(at, "29", Supply.SEZ_WITHOUT_TAX))
        .containsExactly("SEZWOP", "N", "G", "0.00", "OPERATIONS UNDER BOND OR LETTER");
    assertThat(supplied(abroad, "US", Supply.EXPORT_WITH_TAX))
        .containsExactly("EXPWP", "N", "G", "506.25", "FOR EXPORT ON PAYMENT OF INTEGRATED TAX");
    assertThat(supplied(abroad, "US", Supply.EXPORT_WITHOUT_TAX))
        .containsExactly("EXPWOP", "N", "G", "0.00", "FOR EXPORT UNDER BOND OR LETTER");
  }

  /** What becomes of it: type, reverse charge, category of EN 16931, tax and its words. */
  private List<String> supplied(CustomerId customer, String place, Supply supply)
      throws IOException {
    String currency = place.equals("US") ? "USD" : "INR";
    InvoiceId id = draft(mill.contract(customer, place, currency, supply, Mill.yarn("250.00")));
    mill.issues(id);
    JsonNode heads = new ObjectMapper().readTree(einvoices.inv01(id, BigDecimal.ONE));
    String words = WORDS.getOrDefault(supply, "");
    try (PDDocument page = Loader.loadPDF(invoicing.pdf(id))) {
      assertThat(new PDFTextStripper().getText(page).replaceAll("\\s+", " ")).contains(words);
    }
    return List.of(
        heads.path("TranDtls").path("SupTyp").asText(),
        heads.path("TranDtls").path("RegRev").asText(),
        einvoices.document(id).lines().get(0).tax().category().code(),
        book.view(id).tax().text(),
        words);
  }

  @Test
  void onceRegisteredItsNumberAndCodeStandOnThePage() throws Exception {
    InvoiceId id = acrossStates();
    jdbc.sql("update billing.invoice set letter = null where id = ?").param(id.value()).update();
    Irn irn = irn(id);

    invoicing.mark(id, irn.value(), "Ack 232210036743849", QrCode.png("signed", 200), Mill.CLERK);

    try (PDDocument page = Loader.loadPDF(invoicing.pdf(id))) {
      assertThat(new PDFTextStripper().getText(page).replaceAll("\\s", ""))
          .contains(irn.value())
          .contains("Ack232210036743849");
    }
    assertThat(book.view(id).letter()).isNotNull();
  }

  @Test
  void whatEuropeDoesNotTaxIsNotWrittenForEurope() {
    InvoiceId id = acrossStates();

    assertThatThrownBy(() -> einvoices.ubl(id))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("einvoice.not-vat"));
  }

  @Test
  void anExportInDollarsCarriesItsInvoiceInsideThePdf() {
    CustomerId american = mill.customer("C-2", "Example Inc.", "US", "MA", null);
    ContractId contract =
        mill.contract(
            american, BillingRule.PER_DELIVERY, null, false, "US", "USD", Mill.yarn("3.10"));
    InvoiceId id = issued(contract);

    byte[] hybrid = einvoices.facturX(id);
    ForTheArchive.assertThatItIs(hybrid);
    ReceivedEinvoice received = reader.read(hybrid);

    assertThat(received.due()).isEqualTo(book.view(id).payable());
    assertThat(received.number()).isEqualTo(book.view(id).number());
    assertThat(received.seller()).isEqualTo("Dunwell Mills Private Limited");
    assertThat(einvoices.inv01(id, new BigDecimal("83.5"))).contains("\"SupTyp\":\"EXPWOP\"");
  }

  @Test
  void withoutTheCompanysDataThePersonIsToldWhatIsMissing() throws Exception {
    InvoiceId id = acrossStates();

    assertThatThrownBy(() -> einvoices(seller("", "27AAPFU0939F1ZV")).inv01(id, null))
        .extracting("code")
        .isEqualTo("einvoice.no-seller");
    assertThatThrownBy(() -> einvoices(seller("Mill GmbH", "DE136695976")).inv01(id, null))
        .extracting("code")
        .isEqualTo("einvoice.no-gstin");
    mvc.perform(get("/api/invoices/" + id + "/registration").with(user("bina").roles("BILLING")))
        .andExpect(status().isNotFound());
  }

  @Test
  void othersInvoicesAreReadAndBrokenRulesNamed() throws Exception {
    String xml = new String(ubl.write(Samples.regular()), StandardCharsets.UTF_8);

    mvc.perform(reading(xml))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.format").value("PEPPOL_INVOICE"))
        .andExpect(jsonPath("$.due").value(Samples.regular().due().text()));
    mvc.perform(reading(xml.replace("<cbc:ID>2026-000123</cbc:ID>", "")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("einvoice.invalid"))
        .andExpect(jsonPath("$.rules[0].rule").exists());
  }

  private static MockHttpServletRequestBuilder reading(String xml) {
    return post("/api/einvoices/reading")
        .with(user("bina").roles("BILLING"))
        .with(csrf())
        .contentType("application/xml")
        .content(xml.getBytes(StandardCharsets.UTF_8));
  }

  private InvoiceId acrossStates() {
    CustomerId customer =
        mill.customer("C-1", "Bengaluru Garments", "IN", "Karnataka", "29AAGCB7383J1Z4");
    return issued(
        mill.contract(
            customer, BillingRule.PER_DELIVERY, null, false, "29", "INR", Mill.yarn("250.55")));
  }

  private InvoiceId issued(ContractId contract) {
    return issued(draft(contract));
  }

  private InvoiceId draft(ContractId contract) {
    LocalDate delivered = LocalDate.now(clock).minusDays(10);
    mill.delivers(contract, "DC-" + contract, delivered, "40.5");
    RunReport report = mill.bills(LocalDate.now(clock));
    return Objects.requireNonNull(report.drafts().get(0).id());
  }

  private InvoiceId issued(InvoiceId id) {
    submitting.submit(id, Mill.CLERK);
    String seen = String.valueOf(book.view(id).preparation().versionHash());
    for (Standing asked : approvals.standings(id)) {
      if (asked.isOpen()) {
        approvals.approve(id, asked.department(), seen, null, speaker(asked.department()));
      }
    }
    invoicing.issue(id, Mill.CLERK);
    return id;
  }

  private static Actor speaker(Department department) {
    return switch (department) {
      case SALES -> Mill.SALES;
      case OPERATIONS -> Mill.OPERATIONS;
      default -> Mill.ACCOUNTS;
    };
  }

  private Irn irn(InvoiceId id) {
    EinvoiceDocument document = einvoices.document(id);
    return Irn.of("27AAPFU0939F1ZV", document.issuedOn(), document.kind(), document.number());
  }
}
