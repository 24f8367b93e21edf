package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.SharedData;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxComponent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Inv01Tests {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Inv01Rules rules = new Inv01Rules();

  static List<EinvoiceDocument> indian() {
    return IndianSamples.all();
  }

  @ParameterizedTest
  @MethodSource("indian")
  void everySortOfDocumentKeepsThePortalsRules(EinvoiceDocument document) throws IOException {
    ObjectNode payload = new Inv01(document, new BigDecimal("83.4567")).payload();

    assertThat(rules.broken(JSON.readTree(payload.toString()))).isEmpty();
  }

  @Test
  void goodsWithinTheStateAreWrittenToThePaisa() {
    ObjectNode payload = new Inv01(IndianSamples.goodsWithinTheState(), BigDecimal.ONE).payload();

    JsonNode item = payload.path("ItemList").get(0);
    assertThat(item.path("AssAmt").decimalValue()).isEqualByComparingTo("3000.00");
    assertThat(item.path("CgstAmt").decimalValue()).isEqualByComparingTo("270.00");
    assertThat(item.path("Unit").asText()).isEqualTo("KGS");
    assertThat(payload.path("ValDtls").path("TotInvVal").decimalValue())
        .isEqualByComparingTo("3540.00");
    assertThat(payload.path("DocDtls").path("Dt").asText()).isEqualTo("22/11/2026");
    assertThat(payload.path("BuyerDtls").path("Pin").asInt()).isEqualTo(440001);
  }

  @Test
  void anExportIsWrittenInRupeesWithItsTotalInItsCurrency() {
    ObjectNode payload =
        new Inv01(IndianSamples.exportInDollars(), new BigDecimal("83.50")).payload();

    assertThat(payload.path("ValDtls").path("TotInvVal").decimalValue())
        .isEqualByComparingTo("83491.65");
    assertThat(payload.path("ValDtls").path("TotInvValFc").decimalValue())
        .isEqualByComparingTo("999.90");
    assertThat(payload.path("BuyerDtls").path("Gstin").asText()).isEqualTo("URP");
    assertThat(payload.path("ExpDtls").path("CntCode").asText()).isEqualTo("US");
  }

  @Test
  void whatIsExemptStandsAmongTheItemsAtNoRate() throws IOException {
    EinvoiceLine milk =
        IndianSamples.line(2, false, "0401", "40", "60", "0", "0", TaxComponent.CGST, "INR");
    EinvoiceLine butter =
        IndianSamples.line(1, false, "0405", "10", "500", "0", "5", TaxComponent.CGST, "INR");
    ObjectNode payload =
        new Inv01(
                IndianSamples.document(
                    DocumentKind.INVOICE,
                    Supply.REGULAR,
                    IndianSamples.buyer("27AABCM8432E1ZL", "27"),
                    "27",
                    "INR",
                    butter,
                    milk),
                BigDecimal.ONE)
            .payload();

    JsonNode item = payload.path("ItemList").get(1);
    assertThat(item.path("GstRt").decimalValue()).isZero();
    assertThat(item.path("TotItemVal").decimalValue()).isEqualByComparingTo("2400.00");
    assertThat(payload.path("ValDtls").path("TotInvVal").decimalValue())
        .isEqualByComparingTo("7650.00");
    assertThat(rules.broken(JSON.readTree(payload.toString()))).isEmpty();
  }

  @Test
  void aCreditNoteIsPositiveAndNamesItsOriginal() {
    ObjectNode payload = new Inv01(IndianSamples.creditNote(), BigDecimal.ONE).payload();

    assertThat(payload.path("DocDtls").path("Typ").asText()).isEqualTo("CRN");
    assertThat(payload.path("ValDtls").path("TotInvVal").decimalValue())
        .isEqualByComparingTo("1180.06");
    assertThat(payload.path("RefDtls").path("PrecDocDtls").get(0).path("InvNo").asText())
        .isEqualTo("INV/26-27/00041");
  }

  @Test
  void aRoundedPriceThatExplainsTooLittleIsNoNegativeDiscount() throws IOException {
    // a graduated price: 100 at 10 and 69,900 at 8 are 560,200.00, 8.002857 each
    EinvoiceDocument document =
        IndianSamples.document(
            DocumentKind.INVOICE,
            Supply.REGULAR,
            IndianSamples.buyer("27AABCM8432E1ZL", "27"),
            "27",
            "INR",
            IndianSamples.line(
                1,
                false,
                "84713010",
                "70000",
                "8.002857",
                "-0.01",
                "18",
                TaxComponent.CGST,
                "INR"));

    ObjectNode payload = new Inv01(document, BigDecimal.ONE).payload();

    JsonNode item = payload.path("ItemList").get(0);
    assertThat(item.path("Discount").decimalValue()).isZero();
    assertThat(item.path("TotAmt").decimalValue()).isEqualByComparingTo("560200.00");
    assertThat(item.path("AssAmt").decimalValue()).isEqualByComparingTo("560200.00");
    assertThat(rules.broken(JSON.readTree(payload.toString()))).isEmpty();
  }

  @Test
  void aReferenceThatDoesNotFitIsLeftOutAndNotCut() {
    ObjectNode written = JSON.createObjectNode();
    Inv01Parties.putWhole(written, "AccDet", "DE89370400440532013000", 1, 18);
    Inv01Parties.putWhole(written, "PORefr", "PO-2026-1", 1, 16);
    Inv01Parties.putIf(written, "LglNm", "A".repeat(120), 3, 100);

    assertThat(written.has("AccDet")).isFalse();
    assertThat(written.path("PORefr").asText()).isEqualTo("PO-2026-1");
    assertThat(written.path("LglNm").asText()).hasSize(100);
  }

  @Test
  void consumersAreNoMatterOfThePortal() {
    EinvoiceDocument document =
        IndianSamples.document(
            DocumentKind.INVOICE,
            Supply.REGULAR,
            EinvoiceParty.of(
                "A Consumer",
                null,
                new EinvoiceAddress("1 Street", null, "Pune", "411001", "27", "IN")),
            "27",
            "INR",
            IndianSamples.line(
                1, false, "84713010", "1", "1", "0", "18", TaxComponent.CGST, "INR"));

    assertThatThrownBy(() -> new Inv01(document, BigDecimal.ONE))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("einvoice.consumer"));
  }

  @Test
  void everyMistakeIsFound() throws IOException {
    assertBroken(p -> section(p, "DocDtls").put("No", "0/2026"), "schema");
    assertBroken(p -> section(p, "DocDtls").put("No", "INV/2026-2027/00042"), "schema");
    assertBroken(p -> section(p, "DocDtls").put("Dt", "2026-11-22"), "schema");
    assertBroken(p -> section(p, "SellerDtls").remove("Pin"), "schema");
    assertBroken(p -> p.remove("ValDtls"), "schema");
    assertBroken(p -> p.put("Surprise", 1), "schema");
    assertBroken(p -> item(p).put("HsnCd", "84713"), "schema");
    assertBroken(p -> item(p).put("Qty", "3"), "schema");
    assertBroken(p -> item(p).put("AssAmt", -1), "schema");
    assertBroken(p -> section(p, "TranDtls").put("SupTyp", "B2C"), "schema");
    assertBroken(p -> section(p, "SellerDtls").put("Stcd", "29"), "INV-01 seller-state");
    assertBroken(p -> section(p, "BuyerDtls").put("Gstin", "URP"), "INV-01 buyer-gstin");
    assertBroken(
        p -> section(p, "BuyerDtls").put("Gstin", IndianSamples.SELLER), "INV-01 same-gstin");
    assertBroken(p -> section(p, "BuyerDtls").put("Pos", "29"), "INV-01 tax-kind");
    assertBroken(p -> section(p, "BuyerDtls").put("Pin", 560001), "INV-01 pin");
    assertBroken(p -> item(p).put("AssAmt", new BigDecimal("3100")), "INV-01 assessable");
    assertBroken(p -> item(p).put("GstRt", 12), "INV-01 tax");
    assertBroken(p -> item(p).put("CgstAmt", 300).put("SgstAmt", 240), "INV-01 halves");
    assertBroken(p -> item(p).put("TotItemVal", 3600), "INV-01 item-total");
    assertBroken(p -> item(p).put("IsServc", "Y"), "INV-01 hsn");
    assertBroken(p -> section(p, "ValDtls").put("CgstVal", 100), "INV-01 total");
    assertBroken(
        p -> section(p, "ValDtls").put("TotInvVal", new BigDecimal("3541.50")),
        "INV-01 invoice-total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"goods_item_with_ewaybill", "service_item"})
  void whatThePortalAcceptedAndSignedKeepsItsRules(String name) throws IOException {
    ObjectNode accepted = signed(name);

    assertThat(rules.broken(accepted)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"goods_item_with_ewaybill", "service_item"})
  void theReferenceNumberIsTheOneThatThePortalGives(String name) throws IOException {
    JsonNode answer = result(name);
    ObjectNode accepted = signed(name);
    String[] day = accepted.path("DocDtls").path("Dt").asText().split("/", -1);

    assertThat(
            Irn.of(
                    accepted.path("SellerDtls").path("Gstin").asText(),
                    LocalDate.parse(day[2] + "-" + day[1] + "-" + day[0]),
                    DocumentKind.INVOICE,
                    accepted.path("DocDtls").path("No").asText())
                .value())
        .isEqualTo(answer.path("Irn").asText());
  }

  /** Requests of test suites: their numbers are placeholders that no portal would take. */
  @ParameterizedTest
  @ValueSource(strings = {"goods_item_with_ewaybill", "service_item", "duplicate_irn"})
  void sharedRequestsKeepTheRulesOnceTheyHaveANumber(String name) throws IOException {
    ObjectNode request =
        (ObjectNode) json("resilient__e_invoice_" + name + ".json").path("request_data");

    assertThat(rules.broken(request)).extracting(BrokenRule::rule).contains("schema");
    section(request, "DocDtls").put("No", "INV-1");
    assertThat(rules.broken(request)).isEmpty();
  }

  /** What an ERP hands to its middleware: other names, an envelope, numbers as text. */
  @Test
  void whatIsNotInThePortalsFormIsRefused() {
    List<Path> files =
        SharedEinvoices.in("india-gst").stream()
            .filter(file -> !file.getFileName().toString().startsWith("resilient__"))
            .toList();

    assertThat(files).hasSizeGreaterThanOrEqualTo(11);
    assertThat(files)
        .allSatisfy(file -> assertThat(rules.broken(JSON.readTree(file.toFile()))).isNotEmpty());
  }

  private void assertBroken(Consumer<ObjectNode> mistake, String rule) throws IOException {
    ObjectNode payload =
        (ObjectNode)
            JSON.readTree(
                new Inv01(IndianSamples.goodsWithinTheState(), BigDecimal.ONE)
                    .payload()
                    .toString());
    mistake.accept(payload);
    assertThat(rules.broken(payload)).extracting(BrokenRule::rule).contains(rule);
  }

  private static ObjectNode section(ObjectNode payload, String name) {
    return (ObjectNode) payload.path(name);
  }

  private static ObjectNode item(ObjectNode payload) {
    return (ObjectNode) payload.path("ItemList").get(0);
  }

  private static ObjectNode signed(String name) throws IOException {
    String claims = result(name).path("SignedInvoice").asText().split("\\.", -1)[1];
    JsonNode signed =
        JSON.readTree(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    ObjectNode accepted = (ObjectNode) JSON.readTree(signed.path("data").asText());
    // what the portal adds
    accepted.remove(Set.of("AckNo", "AckDt", "Irn"));
    accepted.path("ItemList").forEach(item -> ((ObjectNode) item).remove("ItemNo"));
    return accepted;
  }

  private static JsonNode result(String name) throws IOException {
    return json("resilient__e_invoice_" + name + ".json").path("response_data").path("result");
  }

  private static JsonNode json(String name) throws IOException {
    return JSON.readTree(SharedData.file("einvoice/india-gst/" + name).toFile());
  }
}
