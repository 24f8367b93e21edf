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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A portal on one's own desk: keeps the rules, gives a document one number, signs with its key. */
final class PortalSimulator implements EinvoiceProvider {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final KeyPair keys;
  private final Inv01Rules rules = new Inv01Rules();
  private final Map<Irn, SignedAnswer> given = new HashMap<>();
  private final Set<Irn> cancelled = new HashSet<>();
  private long acknowledgements = 232210036743849L;

  /** When it says to have registered something, Indian standard time. */
  LocalDateTime time = LocalDateTime.of(2026, 11, 22, 19, 29);

  /** What it refuses the next document with, code and sentence; null for nothing. */
  @Nullable PortalRefusal refusal;

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

  /** As new, with the same keys. */
  void forget() {
    given.clear();
    cancelled.clear();
    silences = 0;
    refusal = null;
  }

  int registered() {
    return given.size();
  }

  @Override
  public SignedAnswer register(String payload) throws PortalRefusal, IOException {
    PortalRefusal no = refusal;
    refusal = null;
    if (no != null) {
      throw no;
    }
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
    silence();
    return given.get(irn);
  }

  @Override
  public SignedAnswer find(Irn irn) throws PortalRefusal {
    SignedAnswer answer = given.get(irn);
    if (answer == null) {
      throw new PortalRefusal("2148", "IRN not found");
    }
    if (cancelled.contains(irn)) {
      throw new PortalRefusal(PortalRefusal.NOT_ACTIVE, "Invoice is not active");
    }
    return answer;
  }

  @Override
  public LocalDateTime cancel(Irn irn, CancelReason reason, String remark)
      throws PortalRefusal, IOException {
    find(irn);
    cancelled.add(irn);
    silence();
    return time.plusHours(1);
  }

  private void silence() throws IOException {
    if (silences > 0) {
      silences--;
      throw new IOException("Connection reset");
    }
  }

  private SignedAnswer answer(Irn irn, ObjectNode document) {
    String number = Long.toString(acknowledgements++);
    ObjectNode signed = document.deepCopy();
    signed.put("AckNo", Long.parseLong(number)).put("Irn", irn.value());
    ObjectNode code = JSON.createObjectNode();
    code.put("SellerGstin", document.path("SellerDtls").path("Gstin").asText());
    code.put("BuyerGstin", document.path("BuyerDtls").path("Gstin").asText());
    code.put("DocNo", document.path("DocDtls").path("No").asText());
    code.put("Irn", irn.value());
    return new SignedAnswer(irn, number, time, sign(signed), sign(code));
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
