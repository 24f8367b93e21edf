package io.dunwell.contracts.web;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;

@DunwellTest
class ContractsApiTests {

  private static final String TERMS =
      """
      {"title":"Fasteners","validFrom":"2025-01-01","billingRule":"MONTHLY",
       "paymentTerms":"30%% net 30, 70%% net 60","owner":"sales","placeOfSupply":"de",
       "taxScheme":"EU_VAT","proofRequired":true,
       "purchaseOrder":{"number":"PO-1","cap":"5000.00"},
       "priceLines":[{"item":"BOLT","unit":"PCS","from":"2025-01-01","taxCode":"7318",
         "treatment":"EXEMPT",
         "slabs":[{"unitPrice":"%s"},{"fromQuantity":"100","unitPrice":"9.5"}]}]}""";

  private static final String DELIVERY =
      """
      {"number":"DN-1","contract":"F-1","deliveredOn":"2025-02-01",
       "shipTo":{"name":"Lager Wien","street":"Ring 1","postalCode":"1010","city":"Wien","place":"AT"},
       "lines":[{"item":"BOLT","quantity":"12.50"}]}""";

  private static final String AGREED =
      "{\"number\":\"F-1\",\"customer\":\"C-1\",\"currency\":\"EUR\",\"terms\":%s}";

  @Autowired MockMvc http;
  @Autowired Trade trade;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"MONTHLY\"|\"WEEKLY\"|terms.billingRule|PER_DELIVERY",
        "\"2025-01-01\",\"billingRule\"|\"31/02/2026\",\"billingRule\"|terms.validFrom|2026-11-30",
        "\"9.5\"|\"1,250\"|terms.priceLines[0].slabs[1].unitPrice|without commas",
        "\"proofRequired\":true|\"proofRequired\":\"maybe\"|terms.proofRequired|true or false",
        "{\"number\"|{\"number|''|line 1"
      })
  void whatCannotBeReadIsNamedWithItsRemedy(
      String before, String after, String field, String remedy) throws Exception {
    writes(
            "/api/contracts",
            AGREED.formatted(TERMS.formatted("10")).replace(before, after),
            "SALES")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.code").value("request.invalid"))
        .andExpect(jsonPath("$.fields[0].field").value(field))
        .andExpect(jsonPath("$.fields[0].message").value(containsString(remedy)))
        .andExpect(jsonPath("$.detail").value(containsString(remedy)));
  }

  @Test
  void aCurrencyThatIsNoneIsNamedWithItsRemedy() throws Exception {
    writes(
            "/api/contracts",
            AGREED.formatted(TERMS.formatted("10")).replace("\"EUR\"", "\"XXQ\""),
            "SALES")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.code").value("currency.unknown"))
        .andExpect(jsonPath("$.fields[0].field").value("currency"))
        .andExpect(jsonPath("$.detail").value(containsString("INR")));
  }

  @ParameterizedTest
  @CsvSource({
    "asOf=31/02/2026, asOf",
    "size=0, size",
    "page=abc, page",
    "billingRule=X, billingRule"
  })
  void aParameterThatDoesNotDoIsNamed(String parameter, String field) throws Exception {
    http.perform(get("/api/contracts?" + parameter).with(user("auditor").roles("AUDITOR")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.fields[0].field").value(field))
        .andExpect(jsonPath("$.detail").value(containsString(field)));
    http.perform(
            post("/api/deliveries/0199f3a2-0000-7000-8000-000000000001/proofs")
                .with(csrf())
                .with(user("o").roles("OPERATIONS")))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(jsonPath("$.code").value("request.form"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/documents, 415",
    "/api/approvals, 400",
    "/api/processes/nothing-such/migration, 404"
  })
  void nonsenseIsRefusedAndNoFailure(String path, int status) throws Exception {
    http.perform(
            post(path)
                .with(csrf())
                .with(user("a").roles("ADMIN"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"approvals\":[null]}"))
        .andExpect(status().is(status));
  }

  @Test
  void aContractIsAgreedAmendedAndPriced() throws Exception {
    trade.customer("C-1");
    String id = agreed("F/1", "10");
    writes(
            "/api/contracts/" + id + "/versions",
            "{\"effectiveOn\":\"2025-06-01\",\"reason\":\"Finer\",\"terms\":%s}"
                .formatted(TERMS.formatted("11").replace("5000.00", "5000.001")),
            "SALES")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.fields[0].field").value("purchaseOrder.cap"))
        .andExpect(jsonPath("$.detail").value(containsString("purchaseOrder.cap")));

    http.perform(get("/api/contracts/" + id).with(user("auditor").roles("AUDITOR")))
        .andExpect(jsonPath("$.paymentTerms").value("30% net 30, 70% net 60"))
        .andExpect(jsonPath("$.placeOfSupply").value("DE"))
        .andExpect(jsonPath("$.purchaseOrder.cap").value("5000.00"))
        .andExpect(jsonPath("$.priceLines[0].treatment").value("EXEMPT"))
        .andExpect(jsonPath("$.priceLines[0].slabs[1].unitPrice").value("9.5"));
    writes(
            "/api/contracts/" + id + "/versions",
            "{\"effectiveOn\":\"2025-06-01\",\"reason\":\"Zone\",\"terms\":%s}"
                .formatted(
                    TERMS
                        .formatted("11")
                        .replace("\"taxScheme\"", "\"supply\":\"SEZ_WITH_TAX\",\"taxScheme\"")),
            "SALES")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("tax.supply-not-of-scheme"));
    writes(
            "/api/contracts/" + id + "/versions",
            "{\"effectiveOn\":\"2025-06-01\",\"reason\":\"Steel\",\"terms\":%s}"
                .formatted(
                    TERMS
                        .formatted("11")
                        .replace("\"taxScheme\"", "\"supply\":\"REVERSE_CHARGE\",\"taxScheme\"")),
            "SALES")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.version").value(2))
        .andExpect(jsonPath("$.supply").value("REVERSE_CHARGE"));
    http.perform(
            get("/api/contracts/" + id + "/price?item=BOLT&quantity=3&deliveredOn=2025-06-01")
                .with(user("billing").roles("BILLING")))
        .andExpect(jsonPath("$.net").value("33.00"))
        .andExpect(jsonPath("$.version").value(2));
    http.perform(get("/api/contracts/" + id + "/versions").with(user("auditor").roles("AUDITOR")))
        .andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].contract.priceLines[0].slabs[0].unitPrice").value("10"));
    http.perform(get("/api/contracts?text=F/1").with(user("auditor").roles("AUDITOR")))
        .andExpect(jsonPath("$.total").value(1));
  }

  @Test
  void onlyWhoeverIsInChargeMayWrite() throws Exception {
    trade.customer("C-1");
    String contract =
        "{\"number\":\"F-1\",\"customer\":\"C-1\",\"currency\":\"EUR\",\"terms\":%s}"
            .formatted(TERMS.formatted("10"));
    writes("/api/contracts", contract, "COLLECTOR").andExpect(status().isForbidden());
    writes("/api/deliveries", DELIVERY, "AUDITOR").andExpect(status().isForbidden());
    writes("/api/contracts", contract.replace("C-1", "C-9"), "SALES")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("customer.unknown"));
    writes("/api/contracts", contract.replace("EUR", "EURO"), "SALES")
        .andExpect(status().isBadRequest());
    writes("/api/contracts", contract.replace("EUR\"", "EUX\""), "SALES")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.code").value("currency.unknown"))
        .andExpect(jsonPath("$.fields[0].field").value("currency"));
    writes("/api/contracts", contract.replace("30% net 30", "some"), "SALES")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.code").value("contract.unreadable-terms"))
        .andExpect(jsonPath("$.fields[0].field").value("paymentTerms"));
    String taxed = contract.replace("\"treatment\":\"EXEMPT\",", "");
    writes("/api/contracts", taxed, "SALES")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.code").value("tax.code-malformed"))
        .andExpect(jsonPath("$.fields[0].field").value("priceLines[0].taxCode"));
    writes("/api/contracts", taxed.replace("7318", "ODD"), "SALES")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.doubts[0]").value(containsString("DE:ODD")));
    writes("/api/contracts", contract.replace("\"title\":\"Fasteners\",", ""), "SALES")
        .andExpect(status().isBadRequest());
  }

  @Test
  void theFormSaysBesideTheFieldWhatIsWrong() throws Exception {
    trade.customer("C-1");
    FlashMap flash =
        http.perform(
                post("/contracts")
                    .param("number", "F-1")
                    .param("customer", "C-1")
                    .param("currency", "usd")
                    .param("title", "Fasteners")
                    .param("validFrom", "2025-01-01")
                    .param("billingRule", "MONTHLY")
                    .param("paymentTerms", "net 30")
                    .param("owner", "sales")
                    .param("placeOfSupply", "27")
                    .param("taxScheme", "IN_GST")
                    .param("line0.item", "")
                    .param("line1.item", "BOLT")
                    .param("line1.prices", "10")
                    .param("line1.code", "99")
                    .header("Referer", "http://localhost/contracts/new")
                    .with(user("sales").roles("SALES"))
                    .with(csrf()))
            .andExpect(redirectedUrl("/contracts/new"))
            .andReturn()
            .getFlashMap();
    flash.values().removeIf(Objects::isNull);
    assertThat(flash.get("wrong")).asString().contains("line1.code");
    http.perform(
            get("/contracts/new")
                .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, flash)
                .with(user("sales").roles("SALES")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("99&quot; is no HSN")))
        .andExpect(content().string(containsString("value=\"usd\"")))
        .andExpect(content().string(containsString(">Maharashtra</option>")));
  }

  @Test
  void aDeliveryIsConfirmedProvenAndTakenBack() throws Exception {
    trade.customer("C-1");
    agreed("F-1", "10");
    String delivery =
        writes("/api/deliveries", DELIVERY, "OPERATIONS")
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.lines[0].quantity").value("12.5"))
            .andExpect(jsonPath("$.shipTo.place").value("AT"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String id = JsonPath.read(delivery, "$.id");
    String line = JsonPath.read(delivery, "$.lines[0].id");
    String back = "{\"line\":\"%s\",\"quantity\":\"%s\",\"reason\":\"Damaged\"}";

    writes("/api/deliveries", DELIVERY.replace("Wien\",\"place", "W\",\"place"), "OPERATIONS")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.fields[0].field").value("shipTo.city"));
    writes("/api/deliveries/returns", back.formatted(line, "13"), "OPERATIONS")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("return.more-than-delivered"));
    writes("/api/deliveries/returns", back.formatted(line, "2.5"), "OPERATIONS")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.kind").value("RETURN"));
    http.perform(get("/api/deliveries?proofMissing=true").with(user("a").roles("AUDITOR")))
        .andExpect(jsonPath("$.total").value(1));
    http.perform(
            multipart("/api/deliveries/" + id + "/proofs")
                .file(new MockMultipartFile("file", "n\u00f6te.png", "text/html", picture()))
                .param("kind", "SIGNED_NOTE")
                .with(user("operations").roles("OPERATIONS"))
                .with(csrf()))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.proven").value(true));
    http.perform(get("/api/deliveries?proofMissing=true").with(user("a").roles("AUDITOR")))
        .andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void aDocumentIsOnlyDownloadedAndItsPictureIsOurs() throws Exception {
    String filed =
        http.perform(
                multipart("/api/documents")
                    .file(new MockMultipartFile("file", "n\u00f6te.png", "text/html", picture()))
                    .with(user("billing").roles("BILLING"))
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String document = "/api/documents/" + JsonPath.read(filed, "$.id");

    http.perform(get(document + "/content").with(user("a").roles("AUDITOR")))
        .andExpect(content().contentType("image/png"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    org.hamcrest.Matchers.allOf(
                        org.hamcrest.Matchers.startsWith("attachment;"),
                        org.hamcrest.Matchers.containsString("filename*=UTF-8''n%C3%B6te.png"))));
    byte[] preview =
        http.perform(get(document + "/preview?width=50").with(user("a").roles("AUDITOR")))
            .andExpect(content().contentType("image/png"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(ImageIO.read(new ByteArrayInputStream(preview)).getWidth()).isEqualTo(50);
  }

  @Test
  void whatCannotBeDrawnHasNoPicture() throws Exception {
    byte[] broken = "%PDF-1.7 broken".getBytes(StandardCharsets.US_ASCII);
    String filed =
        http.perform(
                multipart("/api/documents")
                    .file(new MockMultipartFile("file", "a.pdf", "application/pdf", broken))
                    .with(user("billing").roles("BILLING"))
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getContentAsString();

    http.perform(
            get("/api/documents/" + JsonPath.read(filed, "$.id") + "/preview")
                .with(user("a").roles("AUDITOR")))
        .andExpect(status().isNoContent());
  }

  private String agreed(String number, String price) throws Exception {
    String contract =
        "{\"number\":\"%s\",\"customer\":\"C-1\",\"currency\":\"EUR\",\"terms\":%s}"
            .formatted(number, TERMS.formatted(price));
    return JsonPath.read(
        writes("/api/contracts", contract, "SALES")
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString(),
        "$.id");
  }

  private ResultActions writes(String path, String body, String role) throws Exception {
    return http.perform(
        post(path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(user(role.toLowerCase(java.util.Locale.ROOT)).roles(role))
            .with(csrf()));
  }

  private static byte[] picture() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
