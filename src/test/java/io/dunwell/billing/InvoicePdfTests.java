package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.ForTheArchive;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.PriceLine;
import io.dunwell.einvoice.Einvoices;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.party.CustomerChange;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.tax.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The invoices that people get; their files lie in target/invoices to be looked at. */
@DunwellTest
class InvoicePdfTests {

  private static final Path SHOWN = Path.of("target/invoices");

  @Autowired Mill mill;
  @Autowired Invoicing invoicing;
  @Autowired InvoiceNotes notes;
  @Autowired Customers customers;
  @Autowired Deliveries deliveries;
  @Autowired Einvoices einvoices;
  @Autowired Clock clock;

  private LocalDate today;

  @BeforeEach
  void open() {
    mill.opens();
    today = LocalDate.now(clock);
  }

  @Test
  void goodsWithinTheStateAndTheirCreditNote() throws IOException {
    ContractId contract = mill.yarnContract(mill.neighbour("C-1"));
    mill.delivers(contract, "DC-1041", today.minusDays(12), "472");
    InvoiceId id = draft();
    assertThat(shown("draft", id)).contains("DRAFT");
    mill.issues(id);
    assertThat(shown("goods", id))
        .contains("Tax Invoice", "CGST 2.5 %", "SGST 2.5 %", "1,18,000.00", "₹ 1,23,900.00")
        .contains("Rupees One Lakh Twenty-Three Thousand Nine Hundred Only")
        .doesNotContain("DRAFT");
    InvoiceId note =
        notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(), "Yarn was damp", Mill.CLERK);
    mill.issues(note);
    assertThat(shown("credit-note", note)).contains("Credit Note", "Corrects", "Yarn was damp");
  }

  @Test
  void servicesToAnotherState() throws IOException {
    CustomerId customer =
        mill.customer("C-2", "कावेरी टेक्सटाइल्स · Kaveri Textiles", "IN", "Karnataka", null);
    PriceLine service =
        Mill.price("DYE", "Dyeing of yarn, job work", "KGS", "42.5", "998821", true);
    ContractId contract =
        mill.contract(customer, BillingRule.PER_DELIVERY, null, false, "29", "INR", service);
    mill.delivers(contract, "JW-7", today.minusDays(3), "DYE", "310.5");
    InvoiceId id = draft();
    mill.issues(id);
    assertThat(shown("services-inter-state", id)).contains("IGST 18 %", "Karnataka (29)", "कावेरी");
  }

  @Test
  void aCustomerThatReadsHindiGetsHindiLabelsBesideTheWordsOfTheLaw() throws IOException {
    CustomerId customer = mill.neighbour("C-5");
    CustomerView known = customers.view(customer);
    customers.change(
        customer,
        new CustomerChange(
            known.name(),
            Locale.forLanguageTag("hi-IN"),
            known.currency(),
            known.country(),
            known.collector(),
            known.terms(),
            known.contacts(),
            known.addresses(),
            known.taxIds()),
        Mill.CLERK);
    mill.delivers(mill.yarnContract(customer), "DC-1", today.minusDays(3), "472");
    InvoiceId id = draft();
    mill.issues(id);
    assertThat(shown("hindi", id))
        .contains("Tax Invoice", "कर", "देय", "CGST 2.5 %", "₹ 1,23,900.00")
        .contains("Rupees One Lakh Twenty-Three Thousand Nine Hundred Only", "लाख")
        .doesNotContain("Taxable value", "Bill to", "Payable", "Authorised");
    assertEverythingIsEmbedded(invoicing.pdf(id));
  }

  @Test
  void aDairySellsButterAndExemptMilk() throws IOException {
    PriceLine butter = Mill.price("BUTTER", "Butter, 500 g", "PCS", "250", "0405", false);
    PriceLine milk =
        Mill.price("MILK", "Fresh milk", "LTR", "60", "0401", false).treated(Treatment.EXEMPT);
    PriceLine curd =
        Mill.price("CURD", "Curd", "KGS", "80", "0403", false).treated(Treatment.NIL_RATED);
    CustomerId shop = mill.customer("C-1", "Mumbai Sweets", "IN", "Maharashtra", "27AABCM8432E1ZL");
    InvoiceId toShop = dairy(shop, "D-1", butter, milk, curd);
    assertThat(shown("dairy", toShop))
        .contains("Tax Invoice", "0401 · Exempt", "0403 · Nil-rated", "CGST 2.5 %")
        .contains("Value of supply 3,900.00", "of which: Taxable 2,500.00")
        .contains("of which: Exempt 600.00", "of which: Nil-rated 800.00", "₹ 4,025.00");
    JsonNode inv01 = new ObjectMapper().readTree(einvoices.inv01(toShop, null));
    assertThat(inv01.path("ItemList"))
        .extracting(item -> item.path("GstRt").asText())
        .containsExactly("5", "0", "0");

    CustomerId home = mill.customer("C-2", "Asha Rao", "IN", "Maharashtra", null);
    assertThat(shown("dairy-consumer", dairy(home, "D-2", butter, milk, curd)))
        .contains("Invoice-cum-Bill of Supply");
    InvoiceId untaxed = dairy(shop, "D-3", milk, curd);
    assertThat(shown("dairy-untaxed", untaxed))
        .contains("Bill of Supply", "Exempt", "Nil-rated")
        .doesNotContain("Invoice-cum", "Taxable");
  }

  private InvoiceId dairy(CustomerId customer, String number, PriceLine... prices) {
    ContractId contract =
        mill.contract(customer, BillingRule.PER_DELIVERY, null, false, "27", "INR", prices);
    deliveries.confirm(
        new NewDelivery(
            contract,
            number,
            today.minusDays(3),
            DeliveryKind.DELIVERY,
            Stream.of(prices)
                .map(each -> new NewDelivery.Line(each.item(), BigDecimal.TEN, null))
                .toList()),
        Mill.OPERATIONS);
    InvoiceId id = draft();
    mill.issues(id);
    return id;
  }

  @Test
  void anExportInDollarsBearsNoTaxAndSaysWhy() throws IOException {
    CustomerId customer = mill.customer("C-3", "Lowell Mills Inc.", "US", "MA", null);
    ContractId contract =
        mill.contract(
            customer, BillingRule.PER_DELIVERY, null, false, "96", "USD", Mill.yarn("3.125"));
    mill.delivers(contract, "EX-1", today.minusDays(3), "12000");
    InvoiceId id = draft();
    mill.issues(id);
    assertThat(shown("export-usd", id)).contains("US$ 37,500.00", "LETTER OF UNDERTAKING", "3.125");
  }

  @Test
  void sixtyLinesBreakOverPagesWithTheirHead() throws IOException {
    PriceLine[] prices =
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                i ->
                    Mill.price(
                        "Y-" + i, "Cotton yarn no. " + i, "KGS", "1" + i + ".25", "5205", false))
            .toArray(PriceLine[]::new);
    ContractId contract =
        mill.contract(mill.neighbour("C-4"), BillingRule.MONTHLY, null, false, prices);
    LocalDate lastMonth = today.withDayOfMonth(1).minusDays(1);
    for (int i = 1; i <= 60; i++) {
      mill.delivers(contract, "M-" + i, lastMonth, "Y-" + i, String.valueOf(i));
    }
    InvoiceId id = draft();
    mill.issues(id);
    String text = shown("sixty-lines", id);
    assertThat(text).contains("Y-60");
    assertThat(text.split("Taxable value", -1).length).isGreaterThan(3);
    assertThat(page("sixty-lines", 2)).contains("continued", "HSN/SAC", "Page 2 of 3");
    assertThat(page("sixty-lines", 3)).contains("continued", "HSN/SAC", "Cotton yarn", "Payable");
  }

  @Test
  void theFileIsForTheArchive() throws IOException {
    ContractId contract = mill.yarnContract(mill.neighbour("C-1"));
    mill.delivers(contract, "DC-1", today.minusDays(12), "1");
    InvoiceId id = draft();
    mill.issues(id);
    byte[] pdf = invoicing.pdf(id);
    assertThat(invoicing.pdf(id)).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String metadata =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(metadata).contains("<pdfaid:part>3</pdfaid:part>");
      assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
    }
    assertEverythingIsEmbedded(pdf);
  }

  private static void assertEverythingIsEmbedded(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  private static String page(String name, int number) throws IOException {
    try (PDDocument document = Loader.loadPDF(SHOWN.resolve(name + ".pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(number);
      stripper.setEndPage(number);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  private InvoiceId draft() {
    return Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
  }

  private String shown(String name, InvoiceId id) throws IOException {
    byte[] pdf = invoicing.pdf(id);
    Files.createDirectories(SHOWN);
    Files.write(SHOWN.resolve(name + ".pdf"), pdf);
    ForTheArchive.assertThatItIs(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
