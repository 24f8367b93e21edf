package io.dunwell.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dunwell.SharedData;
import io.dunwell.shared.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that others computed, computed again to the paisa. */
class GstExamplesTests {

  private static final Currency INR = Currency.getInstance("INR");
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bill_from_dispatch_from_without_eway_bill",
        "combination_2_and_3_multiline_item",
        "combination_2_and_3_with_eway_bill",
        "export",
        "generate_only_e_invoice_crn",
        "generate_only_e_invoice_multiline_item",
        "regular_without_eway_bill"
      })
  void anInvoiceForThePortalComesToItsLinesAndTotals(String name) throws IOException {
    JsonNode invoice = json("vishalgsthero__" + name + ".json").path("data");

    TaxedDocument taxed = recomputed(invoice);

    assertTotals(taxed, invoice.path("valDtls"));
  }

  /** Their totals leave out the second line, as the portal's rules would notice. */
  @ParameterizedTest
  @ValueSource(strings = {"bill_from_dispatch_from_with_multilline_item", "regular_multiline_item"})
  void anInvoiceWhoseTotalsForgetALineComesToItsLines(String name) throws IOException {
    JsonNode invoice = json("vishalgsthero__" + name + ".json").path("data");

    TaxedDocument taxed = recomputed(invoice);

    assertThat(taxed.net().amount())
        .isGreaterThan(amount(invoice.path("valDtls"), "assVal").amount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"goods_item_with_ewaybill", "service_item", "duplicate_irn"})
  void whatWasSentToThePortalComesToItsLinesAndTotals(String name) throws IOException {
    JsonNode invoice = json("resilient__e_invoice_" + name + ".json").path("request_data");

    assertTotals(recomputed(invoice), invoice.path("ValDtls"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"goods_item_with_ewaybill", "service_item"})
  void whatThePortalSignedComesToItsLinesAndTotals(String name) throws IOException {
    JsonNode answer =
        json("resilient__e_invoice_" + name + ".json").path("response_data").path("result");
    String claims = answer.path("SignedInvoice").asText().split("\\.", -1)[1];
    JsonNode signed =
        JSON.readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    JsonNode invoice = JSON.readTree(signed.path("data").asText());

    assertTotals(recomputed(invoice), invoice.path("ValDtls"));
  }

  @Test
  void goodsOnWayBillsComeToTheirTaxesRoundOffAndTotal() throws IOException {
    JsonNode bills = json("resilient-tech__test_e_waybill.json");
    int recomputed = 0;
    for (JsonNode bill : bills) {
      JsonNode request = bill.path("request_data");
      if (request.path("itemList").isArray() && request.path("itemList").size() > 0) {
        assertWayBill(request);
        recomputed++;
      }
    }
    assertThat(recomputed).isEqualTo(13);
  }

  private static void assertWayBill(JsonNode request) {
    FixedRates rates = new FixedRates();
    List<TaxableLine> lines = new ArrayList<>();
    boolean integrated = false;
    for (JsonNode item : request.path("itemList")) {
      BigDecimal igst = decimal(item, "igstRate");
      integrated |= igst.signum() > 0;
      BigDecimal rate = igst.add(decimal(item, "cgstRate")).add(decimal(item, "sgstRate"));
      lines.add(line(rates, lines.size(), rate, item, "taxableAmount"));
    }
    RoundingPolicy theirs = new RoundingPolicy(RoundingPolicy.TaxRounding.PER_DOCUMENT, true);
    TaxedDocument taxed = tax(rates, lines, "27", integrated ? "29" : "27", Supply.REGULAR, theirs);
    assertThat(taxed.tax(TaxComponent.CGST)).isEqualTo(amount(request, "cgstValue"));
    assertThat(taxed.tax(TaxComponent.SGST)).isEqualTo(amount(request, "sgstValue"));
    assertThat(taxed.tax(TaxComponent.IGST)).isEqualTo(amount(request, "igstValue"));
    assertThat(taxed.net()).isEqualTo(amount(request, "totalValue"));
    assertThat(taxed.roundOff()).isEqualTo(amount(request, "otherValue"));
    assertThat(taxed.total()).isEqualTo(amount(request, "totInvValue"));
  }

  private static TaxedDocument recomputed(JsonNode invoice) {
    JsonNode items = field(invoice, "ItemList");
    FixedRates rates = new FixedRates();
    List<TaxableLine> lines = new ArrayList<>();
    for (JsonNode item : items) {
      lines.add(line(rates, lines.size(), decimal(item, "GstRt"), item, "AssAmt"));
    }
    TaxedDocument taxed =
        tax(
            rates,
            lines,
            field(field(invoice, "SellerDtls"), "Stcd").asText(),
            field(field(invoice, "BuyerDtls"), "Pos").asText(),
            field(field(invoice, "TranDtls"), "SupTyp").asText().equals("EXPWP")
                ? Supply.EXPORT_WITH_TAX
                : Supply.REGULAR,
            RoundingPolicy.PER_LINE);
    for (int i = 0; i < items.size(); i++) {
      assertLine(taxed.lines().get(i), items.get(i));
    }
    return taxed;
  }

  private static TaxableLine line(
      FixedRates rates, int place, BigDecimal rate, JsonNode item, String value) {
    String code = String.format(Locale.ROOT, "10%02d", place);
    rates.with(code, RateComponent.GST, rate.toPlainString());
    rates.with(code, RateComponent.CESS, decimal(item, "CesRt").toPlainString());
    rates.with(code, RateComponent.CESS_SPECIFIC, decimal(item, "CesNonAdvlAmt").toPlainString());
    return new TaxableLine(code, BigDecimal.ONE, amount(item, value), code, false, Treatment.TAXED);
  }

  private static TaxedDocument tax(
      FixedRates rates,
      List<TaxableLine> lines,
      String seller,
      String place,
      Supply supply,
      RoundingPolicy rounding) {
    return new GstScheme(rates)
        .tax(
            new TaxableDocument(
                DocumentKind.INVOICE,
                LocalDate.of(2026, 11, 22),
                INR,
                new TaxParty("IN", seller, "27AAPFU0939F1ZV", Registration.REGULAR),
                TaxParty.unregistered("IN", place),
                place,
                supply,
                lines,
                rounding));
  }

  private static void assertLine(TaxedLine line, JsonNode item) {
    assertThat(line.tax(TaxComponent.IGST)).isEqualTo(amount(item, "IgstAmt"));
    assertThat(line.tax(TaxComponent.CGST)).isEqualTo(amount(item, "CgstAmt"));
    assertThat(line.tax(TaxComponent.SGST)).isEqualTo(amount(item, "SgstAmt"));
    assertThat(line.tax(TaxComponent.CESS)).isEqualTo(amount(item, "CesAmt"));
    assertThat(line.gross().plus(amount(item, "OthChrg"))).isEqualTo(amount(item, "TotItemVal"));
  }

  private static void assertTotals(TaxedDocument taxed, JsonNode totals) {
    assertThat(taxed.net()).isEqualTo(amount(totals, "AssVal"));
    assertThat(taxed.tax(TaxComponent.IGST)).isEqualTo(amount(totals, "IgstVal"));
    assertThat(taxed.tax(TaxComponent.CGST)).isEqualTo(amount(totals, "CgstVal"));
    assertThat(taxed.tax(TaxComponent.SGST)).isEqualTo(amount(totals, "SgstVal"));
    assertThat(taxed.tax(TaxComponent.CESS).plus(taxed.tax(TaxComponent.CESS_SPECIFIC)))
        .isEqualTo(amount(totals, "CesVal"));
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(SharedData.file("einvoice/india-gst/" + name).toFile());
  }

  private static BigDecimal decimal(JsonNode node, String name) {
    return field(node, name).decimalValue();
  }

  private static Money amount(JsonNode node, String name) {
    return new Money(decimal(node, name), INR);
  }

  /** Some write names as the portal does, some with a small letter first. */
  private static JsonNode field(JsonNode node, String name) {
    String small = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    return node.has(name) ? node.get(name) : node.path(small);
  }
}
