package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.dunwell.tax.GstState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the Indian portal demands of an INV-01: its schema, and the sums and places that a schema
 * cannot say (the portal's published validations). Amounts may differ by a rupee, as it allows.
 */
@Component
class Inv01Rules {

  private static final BigDecimal TOLERANCE = BigDecimal.ONE;

  private final JsonSchema schema;

  Inv01Rules() {
    try (InputStream in = Inv01Rules.class.getResourceAsStream("/einvoice/inv-01.schema.json")) {
      schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** What a payload breaks; the sums are looked at once the schema is kept. */
  List<BrokenRule> broken(JsonNode payload) {
    List<BrokenRule> broken =
        new ArrayList<>(
            schema.validate(payload).stream()
                .map(message -> fatal("schema", message.getMessage()))
                .toList());
    if (broken.isEmpty()) {
      checkPlaces(payload, broken);
      payload.path("ItemList").forEach(item -> checkItem(item, broken));
      checkTotals(payload, broken);
      checkReferences(payload, broken);
    }
    return broken;
  }

  private static void checkPlaces(JsonNode payload, List<BrokenRule> broken) {
    JsonNode seller = payload.path("SellerDtls");
    demand(
        broken,
        seller.path("Gstin").asText().startsWith(state(seller.path("Stcd"))),
        "seller-state",
        "The seller's GSTIN begins with another state than Stcd.");
    JsonNode buyer = payload.path("BuyerDtls");
    String supply = payload.path("TranDtls").path("SupTyp").asText();
    boolean export = supply.startsWith("EXP");
    demand(
        broken,
        export == buyer.path("Gstin").asText().equals("URP"),
        "buyer-gstin",
        "A buyer abroad has GSTIN URP, and nobody else.");
    demand(
        broken,
        export
            ? buyer.path("Pos").asText().equals(GstState.ABROAD)
                && buyer.path("Stcd").asText().equals(GstState.ABROAD)
            : buyer.path("Gstin").asText().startsWith(state(buyer.path("Stcd"))),
        "buyer-state",
        "The buyer's GSTIN begins with another state than Stcd, or an export is not to 96.");
    checkPins(payload, broken);
    boolean alike = buyer.path("Gstin").asText().equals(seller.path("Gstin").asText());
    demand(broken, !alike, "same-gstin", "Seller and buyer have the same GSTIN.");
    demand(
        broken,
        isIntegrated(payload) || amount(payload.path("ValDtls"), "IgstVal").signum() == 0,
        "tax-kind",
        "Within one state there is no integrated tax.");
    demand(
        broken,
        !isIntegrated(payload) || sum(payload.path("ValDtls"), "CgstVal", "SgstVal").signum() == 0,
        "tax-kind",
        "Across states there is integrated tax only.");
  }

  private static void checkPins(JsonNode payload, List<BrokenRule> broken) {
    for (String part : List.of("SellerDtls", "BuyerDtls", "DispDtls", "ShipDtls")) {
      JsonNode place = payload.path(part);
      demand(
          broken,
          place.path("Pin").isMissingNode()
              || PinZones.fit(place.path("Pin").asText(), state(place.path("Stcd"))),
          "pin",
          "PIN %s of %s lies in another part of India than its state, %s."
              .formatted(place.path("Pin").asText(), part, place.path("Stcd").asText()));
    }
  }

  private static boolean isIntegrated(JsonNode payload) {
    boolean regular = payload.path("TranDtls").path("SupTyp").asText().matches("B2B|DEXP");
    boolean sameState =
        state(payload.path("SellerDtls").path("Stcd"))
            .equals(state(payload.path("BuyerDtls").path("Pos")));
    boolean despite = payload.path("TranDtls").path("IgstOnIntra").asText().equals("Y");
    return !regular || !sameState || despite;
  }

  private static void checkItem(JsonNode item, List<BrokenRule> broken) {
    String line = "Line " + item.path("SlNo").asText() + ": ";
    demand(
        broken,
        item.path("HsnCd").asText().startsWith("99") == item.path("IsServc").asText().equals("Y"),
        "hsn",
        line + "codes of services begin with 99, and no others.");
    demand(
        broken,
        close(amount(item, "TotAmt").subtract(amount(item, "Discount")), amount(item, "AssAmt")),
        "assessable",
        line + "AssAmt is not TotAmt less Discount.");
    BigDecimal gst = sum(item, "IgstAmt", "CgstAmt", "SgstAmt");
    BigDecimal expected = amount(item, "AssAmt").multiply(amount(item, "GstRt")).movePointLeft(2);
    demand(
        broken,
        gst.signum() == 0 || close(gst, expected),
        "tax",
        line + "the tax is not GstRt of AssAmt.");
    demand(
        broken,
        close(amount(item, "CgstAmt"), amount(item, "SgstAmt")),
        "halves",
        line + "central and state tax differ.");
    BigDecimal cess = sum(item, "CesAmt", "CesNonAdvlAmt", "StateCesAmt", "StateCesNonAdvlAmt");
    demand(
        broken,
        close(
            amount(item, "AssAmt").add(gst).add(cess).add(amount(item, "OthChrg")),
            amount(item, "TotItemVal")),
        "item-total",
        line + "TotItemVal is not the sum of its parts.");
  }

  private static void checkTotals(JsonNode payload, List<BrokenRule> broken) {
    JsonNode totals = payload.path("ValDtls");
    JsonNode items = payload.path("ItemList");
    checkSum(broken, totals, "AssVal", items, "AssAmt");
    checkSum(broken, totals, "IgstVal", items, "IgstAmt");
    checkSum(broken, totals, "CgstVal", items, "CgstAmt");
    checkSum(broken, totals, "SgstVal", items, "SgstAmt");
    checkSum(broken, totals, "CesVal", items, "CesAmt", "CesNonAdvlAmt");
    BigDecimal expected =
        total(items, "TotItemVal")
            .add(amount(totals, "OthChrg"))
            .add(amount(totals, "RndOffAmt"))
            .subtract(amount(totals, "Discount"));
    demand(
        broken,
        close(expected, amount(totals, "TotInvVal")),
        "invoice-total",
        "TotInvVal is not the sum of the lines and charges.");
  }

  private static void checkSum(
      List<BrokenRule> broken, JsonNode totals, String total, JsonNode items, String... fields) {
    demand(
        broken,
        close(amount(totals, total), total(items, fields)),
        "total",
        total + " is not the sum of the lines.");
  }

  private static void checkReferences(JsonNode payload, List<BrokenRule> broken) {
    List<String> numbers = new ArrayList<>();
    payload.path("ItemList").forEach(item -> numbers.add(item.path("SlNo").asText()));
    demand(
        broken,
        numbers.stream().distinct().count() == numbers.size(),
        "line-number",
        "Two lines have the same number.");
  }

  private static BigDecimal total(JsonNode items, String... fields) {
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode item : items) {
      total = total.add(sum(item, fields));
    }
    return total;
  }

  private static BigDecimal sum(JsonNode node, String... fields) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String field : fields) {
      sum = sum.add(amount(node, field));
    }
    return sum;
  }

  private static BigDecimal amount(JsonNode node, String field) {
    return node.path(field).decimalValue();
  }

  private static boolean close(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(TOLERANCE) <= 0;
  }

  private static String state(JsonNode code) {
    return code.asText().length() == 1 ? "0" + code.asText() : code.asText();
  }

  private static void demand(List<BrokenRule> broken, boolean kept, String rule, String text) {
    if (!kept) {
      broken.add(fatal("INV-01 " + rule, text));
    }
  }

  private static BrokenRule fatal(String rule, String text) {
    return new BrokenRule(rule, text, true);
  }
}
