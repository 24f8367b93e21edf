package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.dunwell.DunwellTest;
import io.dunwell.ForTheArchive;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.ShipTo;
import io.dunwell.einvoice.EinvoiceReader;
import io.dunwell.einvoice.Einvoices;
import io.dunwell.einvoice.ReceivedEinvoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.TaxShare;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.party.TaxId;
import io.dunwell.shared.Money;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A German weaving mill bills under European VAT, with nothing Indian about it. */
@DunwellTest
class EuVatBillingTests {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final String[] INDIAN = {
    "GSTIN",
    "HSN",
    "CGST",
    "IGST",
    "Rupee",
    "Lakh",
    "In words",
    "Reverse charge",
    "STANDARD",
    "REDUCED",
    "Tax Invoice",
    "signatory",
    "₹"
  };

  @Autowired Mill mill;
  @Autowired Customers customers;
  @Autowired Contracts contracts;
  @Autowired Deliveries deliveries;
  @Autowired Invoicing invoicing;
  @Autowired InvoiceNotes notes;
  @Autowired Ledger ledger;
  @Autowired Einvoices einvoices;
  @Autowired EinvoiceReader reader;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  private LocalDate today;

  @BeforeEach
  void open() {
    mill.opens();
    today = LocalDate.now(clock);
  }

  @Test
  void atHomeEveryRateOfTheCountryIsChargedAndPosted() throws Exception {
    ContractId contract =
        contract(
            customer("Spinnerei Müller GmbH", "de", "DE", "DE129273398"),
            "DE",
            goods("TUCH", "Segeltuch, 90 cm", "1118.25", "STANDARD"),
            goods("BUCH", "Musterbuch", "20.00", "REDUCED"),
            Mill.price("KURS", "Webkurs", "HUR", "90.00", "VATEX-EU-132-1I", true)
                .treated(Treatment.EXEMPT));
    deliveries.confirm(
        new NewDelivery(
            contract,
            "LS-1",
            today.minusDays(3),
            DeliveryKind.DELIVERY,
            List.of(
                new NewDelivery.Line("TUCH", new BigDecimal("3"), null),
                new NewDelivery.Line("BUCH", new BigDecimal("5"), null),
                new NewDelivery.Line("KURS", BigDecimal.ONE, null))),
        Mill.OPERATIONS);
    InvoiceId id = issued();

    assertThat(mill.view(id).taxes())
        .extracting(TaxShare::component, t -> t.rate().intValue(), t -> t.amount().toPlainString())
        .containsExactlyInAnyOrder(tuple("VAT", 7, "7.00"), tuple("VAT", 19, "637.40"));
    assertThat(ledger.balance(Account.RECEIVABLE, EUR, today))
        .isEqualTo(Money.of("4189.15", "EUR"));
    assertThat(ledger.balance(Account.TAX, EUR, today)).isEqualTo(Money.of("-644.40", "EUR"));
    assertThat(shown("eu-vat-home", id))
        .contains("Rechnung", "Weberei Ostsee GmbH", "USt-IdNr. DE136695976", "DE129273398")
        .contains("USt 19 %", "637,40", "USt 7 %", "3.354,75", "4.189,15 €", "Zu zahlen")
        .contains("steuerfrei", "davon steuerfrei 90,00", "Von der Umsatzsteuer befreit")
        .contains(today.getYear() + "", "Seite 1 von 1")
        .doesNotContain(INDIAN);
    mvc.perform(get("/api/invoices/" + id).with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.taxScheme").value("EU_VAT"))
        .andExpect(jsonPath("$.taxes[0].component").value("VAT"))
        .andExpect(jsonPath("$.taxesAtSource").isEmpty());

    InvoiceId note = notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(), "Webfehler", Mill.CLERK);
    mill.issues(note);
    assertThat(shown("eu-vat-credit-note", note))
        .contains("Rechnungskorrektur", "Berichtigt", "Webfehler", "4.189,15 €")
        .doesNotContain("Gutschrift ");
    assertThat(ledger.balance(Account.TAX, EUR, today).isZero()).isTrue();
    assertMachinesReadIt(id);
    assertMachinesReadIt(note);
    assertThat(new String(einvoices.ubl(id), StandardCharsets.UTF_8))
        .contains("VATEX-EU-132-1I", "<cbc:ID>E</cbc:ID>");
  }

  @Test
  void goodsToAnotherMemberStateBearNoTaxAndSayWhy() throws Exception {
    ContractId contract =
        contract(
            customer("Tissages du Nord SA", "fr", "FR", "FR40303265045"),
            "FR",
            goods("TUCH", "Sailcloth", "1000.00", "STANDARD"));
    mill.delivers(contract, "LS-1", today.minusDays(3), "TUCH", "3");
    InvoiceId id = issued();

    assertThat(mill.view(id).basis().supply()).isEqualTo("INTRA_COMMUNITY");
    assertThat(mill.view(id).tax().isZero()).isTrue();
    assertThat(shown("eu-vat-intra-community", id))
        .contains("Invoice", "VAT ID DE136695976", "FR40303265045", "€ 3,000.00")
        .contains("VAT-exempt intra-Community supply", "Country of destination", "France")
        .doesNotContain(INDIAN);
    assertMachinesReadIt(id);
  }

  @Test
  void whatStaysInTheCountryIsTaxedThereWhereverItsBuyerIs() throws Exception {
    ContractId contract =
        contract(
            customer("Tissages du Nord SA", "fr", "FR", "FR40303265045"),
            "FR",
            goods("TUCH", "Sailcloth", "1000.00", "STANDARD"));
    deliveries.confirm(
        new NewDelivery(
            contract,
            "LS-1",
            today.minusDays(3),
            DeliveryKind.DELIVERY,
            List.of(new NewDelivery.Line("TUCH", BigDecimal.ONE, null)),
            new ShipTo("Lager Köln", "Rheinufer 2", "50667", "Köln", "DE", null, true)),
        Mill.OPERATIONS);
    InvoiceId id = issued();

    assertThat(mill.view(id).basis().supply()).isEqualTo("REGULAR");
    assertThat(mill.view(id).tax()).isEqualTo(Money.of("190.00", "EUR"));
    assertThat(shown("eu-vat-ship-to", id)).contains("Ship to", "Lager Köln", "50667 Köln");
    assertMachinesReadIt(id);
    assertThat(new String(einvoices.ubl(id), StandardCharsets.UTF_8))
        .contains("<cbc:CityName>Köln</cbc:CityName>", "Lager Köln");
  }

  @Test
  void servicesToAnotherMemberStateAreForTheBuyerToTax() throws Exception {
    PriceLine service = Mill.price("DESIGN", "Pattern design", "HUR", "80.00", "STANDARD", true);
    ContractId contract =
        contract(customer("Tissages du Nord SA", "de", "AT", "ATU13585627"), "AT", service);
    mill.delivers(contract, "LS-1", today.minusDays(3), "DESIGN", "10");
    InvoiceId id = issued();

    assertThat(shown("eu-vat-reverse-charge", id))
        .contains("Steuerschuldnerschaft des Leistungsempfängers", "800,00 €")
        .doesNotContain("HSN", "GSTIN");
    assertMachinesReadIt(id);
  }

  @Test
  void whatLeavesTheUnionIsExempt() throws Exception {
    ContractId contract =
        contract(
            customer("Lowell Mills Inc.", "en-US", "US", null),
            "US",
            goods("TUCH", "Sailcloth", "1000.00", "STANDARD"));
    mill.delivers(contract, "LS-1", today.minusDays(3), "TUCH", "1234.5");
    InvoiceId id = issued();

    assertThat(mill.view(id).basis().supply()).isEqualTo("EXPORT_WITHOUT_TAX");
    assertThat(shown("eu-vat-export", id))
        .contains("VAT-exempt export", "United States", "€ 1,234,500.00")
        .doesNotContain(INDIAN);
    assertThat(reader.read(einvoices.facturX(id)).due()).isEqualTo(mill.view(id).payable());
    assertThatThrownBy(() -> einvoices.ubl(id)).hasMessageContaining("PEPPOL-EN16931-R010");
  }

  /** Peppol's and Europe's official rules are kept, and it says what we billed. */
  private void assertMachinesReadIt(InvoiceId id) {
    byte[] hybrid = einvoices.facturX(id);
    ForTheArchive.assertThatItIs(hybrid);
    for (byte[] document : List.of(einvoices.ubl(id), einvoices.cii(id), hybrid)) {
      ReceivedEinvoice read = reader.read(document);
      assertThat(read.number()).isEqualTo(mill.view(id).number());
      assertThat(read.tax()).isEqualTo(mill.view(id).tax());
      assertThat(read.due()).isEqualTo(mill.view(id).payable());
      assertThat(read.seller()).isEqualTo("Weberei Ostsee GmbH");
    }
  }

  private static PriceLine goods(String item, String name, String price, String rate) {
    return Mill.price(item, name, "MTR", price, rate, false);
  }

  private CustomerId customer(
      String name, String language, String country, @org.jspecify.annotations.Nullable String vat) {
    return customers.register(
        new NewCustomer(
            "E-1",
            name,
            Locale.forLanguageTag(language),
            EUR,
            country,
            null,
            PaymentTerms.net(30),
            List.of(),
            List.of(
                new Address(
                    AddressKind.BILLING, "Gartenstraße 14", "70182", "Stuttgart", null, country)),
            vat == null ? List.of() : List.of(new TaxId("VAT", vat))),
        Mill.CLERK);
  }

  private ContractId contract(CustomerId customer, String place, PriceLine... prices) {
    ContractTerms terms =
        new ContractTerms(
            "Segeltuch",
            Mill.SINCE,
            null,
            BillingRule.PER_DELIVERY,
            PaymentTerms.net(30),
            null,
            List.of(prices),
            "sunil",
            place,
            TaxSchemes.EU_VAT,
            false,
            null);
    return contracts.agree(new NewContract("EK-1", customer, EUR, terms), Mill.SALES);
  }

  private InvoiceId issued() {
    InvoiceId id = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    mill.issues(id);
    return id;
  }

  private String shown(String name, InvoiceId id) throws IOException {
    byte[] pdf = invoicing.pdf(id);
    Path shown = Files.createDirectories(Path.of("target/invoices"));
    Files.write(shown.resolve(name + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }
}
