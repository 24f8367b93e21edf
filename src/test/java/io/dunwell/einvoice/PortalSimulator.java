package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.tax.DocumentKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A portal on one's own desk: keeps the rules, gives a document one number, signs with its key. */
final class PortalSimulator implements EinvoiceProvider {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final KeyPair keys;
  private final Inv01Rules rules = new Inv01Rules();
  private final Map<Irn, SignedAnswer> given = new HashMap<>();
  private long acknowledgements = 232210036743849L;

  /** How often it is to take a document and then not be heard. */
  int silences;

  PortalSimulator() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its public key, as one configures it. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  int registered() {
    return given.size();
  }

  @Override
  public SignedAnswer register(String payload) throws PortalRefusal, IOException {
    JsonNode document = JSON.readTree(payload);
    var broken = rules.broken(document);
    if (!broken.isEmpty()) {
      throw new PortalRefusal("5002", broken.get(0).text());
    }
    Irn irn = irn(document);
    if (given.containsKey(irn)) {
      throw new PortalRefusal(PortalRefusal.DUPLICATE, "Duplicate IRN");
    }
    given.put(irn, answer(irn, (ObjectNode) document));
    if (silences > 0) {
      silences--;
      throw new IOException("Connection reset");
    }
    return given.get(irn);
  }

  @Override
  public SignedAnswer find(Irn irn) throws PortalRefusal {
    SignedAnswer answer = given.get(irn);
    if (answer == null) {
      throw new PortalRefusal("2148", "IRN not found");
    }
    return answer;
  }

  private SignedAnswer answer(Irn irn, ObjectNode document) {
    String number = Long.toString(acknowledgements++);
    LocalDateTime at = LocalDateTime.of(2026, 11, 22, 19, 29);
    ObjectNode signed = document.deepCopy();
    signed.put("AckNo", Long.parseLong(number)).put("Irn", irn.value());
    ObjectNode code = JSON.createObjectNode();
    code.put("SellerGstin", document.path("SellerDtls").path("Gstin").asText());
    code.put("BuyerGstin", document.path("BuyerDtls").path("Gstin").asText());
    code.put("DocNo", document.path("DocDtls").path("No").asText());
    code.put("Irn", irn.value());
    return new SignedAnswer(irn, number, at, sign(signed), sign(code));
  }

  String sign(ObjectNode data) {
    return sign(data, "RS256");
  }

  String sign(ObjectNode data, String algorithm) {
    ObjectNode claims = JSON.createObjectNode().put("data", data.toString()).put("iss", "NIC");
    String head = "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}";
    String text = base64(head) + "." + base64(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Irn irn(JsonNode document) {
    LocalDate day =
        LocalDate.parse(
            document.path("DocDtls").path("Dt").asText(),
            DateTimeFormatter.ofPattern("dd/MM/uuuu"));
    String type = document.path("DocDtls").path("Typ").asText();
    return Irn.of(
        document.path("SellerDtls").path("Gstin").asText(),
        day,
        type.equals("CRN") ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE,
        document.path("DocDtls").path("No").asText());
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
