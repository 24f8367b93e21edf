package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.ShipTo;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.einvoice.Einvoices;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One contract, billed in Mumbai, delivers to places in two states. */
@DunwellTest
class ShipToTests {

  private static final ShipTo BENGALURU =
      new ShipTo("Bengaluru warehouse", "Plot 7, Peenya", "560058", "Bengaluru", "29", null, false);
  private static final ShipTo SOMEBODY =
      new ShipTo(
          "Kaveri Textiles", "4 Mill Road", "560001", "Bengaluru", "29", "29AAGCB7383J1Z4", true);

  @Autowired Mill mill;
  @Autowired Deliveries deliveries;
  @Autowired Invoicing invoicing;
  @Autowired Einvoices einvoices;
  @Autowired Clock clock;

  private LocalDate lastMonth;
  private ContractId contract;

  @BeforeEach
  void open() {
    mill.opens();
    lastMonth = LocalDate.now(clock).withDayOfMonth(1).minusDays(1);
    CustomerId customer =
        mill.customer("C-1", "Mumbai Garments", "IN", "Maharashtra", "27AABCM8432E1ZL");
    contract = mill.contract(customer, BillingRule.MONTHLY, null, false, graduatedYarn());
  }

  @Test
  void eachPlaceHasItsInvoiceAndItsTaxAndTheirQuantitiesCountTogether() throws IOException {
    delivers("D-1", "60", null);
    delivers("D-2", "60", BENGALURU);
    delivers("D-3", "60", SOMEBODY);
    DeliveryId more = delivers("D-4", "20", BENGALURU);
    mill.takesBack(more, "20", lastMonth);

    List<InvoiceView> made = bills();

    assertThat(made)
        .extracting(
            view -> view.basis().placeOfSupply(),
            view -> view.taxes().get(0).component(),
            view -> view.lines().size(),
            view -> view.net().text())
        .as("100 kg at 10, the next at 8, and what is missing to 2,000")
        .containsExactlyInAnyOrder(
            tuple("27", "CGST", 2, "960.00"),
            tuple("29", "IGST", 1, "560.00"),
            tuple("27", "CGST", 1, "480.00"));
    assertThat(
            made.stream()
                .map(InvoiceView::net)
                .reduce(Money.zero(made.get(0).currency()), Money::plus))
        .isEqualTo(Mill.inr("2000.00"));
    InvoiceId inter =
        made.stream()
            .filter(view -> "29".equals(view.basis().placeOfSupply()))
            .map(InvoiceView::id)
            .findFirst()
            .orElseThrow();
    mill.issues(inter);
    assertThat(shown("ship-to", inter))
        .contains("Ship to", "Bengaluru warehouse", "Karnataka (29)", "IGST 5 %");
    JsonNode inv01 = new ObjectMapper().readTree(einvoices.inv01(inter, null));
    assertThat(inv01.at("/ShipDtls/LglNm").asText()).isEqualTo("Bengaluru warehouse");
    assertThat(inv01.at("/ShipDtls/Stcd").asText()).isEqualTo("29");
    assertThat(inv01.at("/BuyerDtls/Pos").asText()).isEqualTo("29");
    assertThat(inv01.at("/BuyerDtls/Stcd").asText()).isEqualTo("27");
  }

  private List<InvoiceView> bills() {
    return mill.bills(LocalDate.now(clock)).drafts().stream()
        .map(draft -> mill.view(Objects.requireNonNull(draft.id())))
        .toList();
  }

  private DeliveryId delivers(String number, String quantity, @Nullable ShipTo to) {
    return deliveries.confirm(
        new NewDelivery(
            contract,
            number,
            lastMonth,
            DeliveryKind.DELIVERY,
            List.of(new NewDelivery.Line("YARN-40", new BigDecimal(quantity), null)),
            to),
        Mill.OPERATIONS);
  }

  /** 100 kg at 10, what is more at 8; 2,000 a month at least. */
  private PriceLine graduatedYarn() {
    return new PriceLine(
        Ids.next(),
        "YARN-40",
        "Cotton yarn 40s",
        "KGS",
        lastMonth.withDayOfMonth(1),
        null,
        List.of(
            new Slab(BigDecimal.ZERO, BigDecimal.TEN),
            new Slab(BigDecimal.valueOf(100), BigDecimal.valueOf(8))),
        SlabRule.GRADUATED,
        BigDecimal.ZERO,
        Mill.inr("2000.00"),
        "5205",
        false);
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
