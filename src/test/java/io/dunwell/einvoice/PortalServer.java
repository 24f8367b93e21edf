package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The simulated portal behind a provider's HTTP, with its logins, tokens and bad days. */
public final class PortalServer implements AutoCloseable {

  static final String USER = "API_dunwell";
  static final String PASSWORD = "portal-secret";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  final PortalSimulator portal = new PortalSimulator();

  /** What was asked, oldest first. */
  final List<String> asked = new ArrayList<>();

  /** A status to answer with, and nothing that makes sense; 0 for sensible answers. */
  int broken;

  /** Whether it speaks as the National Informatics Centre's own API does, all bodies encrypted. */
  boolean encrypts;

  /** The bodies that came. */
  final List<String> bodies = new ArrayList<>();

  /** Whether {@code Data} is JSON as text. */
  boolean textual;

  private final HttpServer server;
  private final KeyPair logins = keys();
  private SecretKey session = NicEncryption.newKey();
  private String token = "none";

  PortalServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/gsp/";
  }

  /** As new, with the same keys and address; it registers at that time. */
  void forget(LocalDateTime time) {
    portal.forget();
    portal.time = time;
    asked.clear();
    broken = 0;
    textual = false;
    encrypts = false;
    bodies.clear();
  }

  void forgetTokens() {
    token = "none";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/gsp".length());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + path);
    boolean login = path.equals("/eivital/v1.04/auth");
    if (!body.isEmpty()) {
      bodies.add(body);
    }
    try {
      if (encrypts && !body.isEmpty()) {
        body = login ? openedLogin(body) : opened(exchange, body);
      }
      ObjectNode data = broken == 0 ? data(exchange, path, body) : JSON.createObjectNode();
      ObjectNode envelope = JSON.createObjectNode().put("Status", 1);
      if (encrypts && !login) {
        envelope.put(
            "Data",
            JSON.readTree(NicEncryption.closed(data.toString(), session)).path("Data").asText());
      } else if (textual) {
        envelope.put("Data", data.toString());
      } else {
        envelope.set("Data", data);
      }
      answer(exchange, broken == 0 ? 200 : broken, broken == 0 ? envelope.toString() : "<html>");
    } catch (PortalRefusal refusal) {
      ObjectNode envelope = JSON.createObjectNode().put("Status", 0);
      envelope
          .putArray("ErrorDetails")
          .addObject()
          .put("ErrorCode", refusal.code())
          .put("ErrorMessage", refusal.text());
      answer(exchange, 200, envelope.toString());
    } catch (IOException silent) {
      exchange.close();
    }
  }

  private ObjectNode data(HttpExchange exchange, String path, String body)
      throws PortalRefusal, IOException {
    JsonNode json = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    if (path.equals("/eivital/v1.04/auth")) {
      return login(json);
    }
    if (!token.equals(exchange.getRequestHeaders().getFirst("AuthToken"))) {
      throw new PortalRefusal("1005", "Invalid Token");
    }
    return switch (path) {
      case "/eicore/v1.03/Invoice" -> written(portal.register(body));
      case "/eicore/v1.03/Invoice/Cancel" -> cancelled(json);
      default -> found(new Irn(path.substring(path.lastIndexOf('/') + 1)));
    };
  }

  private ObjectNode login(JsonNode json) throws PortalRefusal {
    if (!json.path("UserName").asText().equals(USER)
        || !json.path("Password").asText().equals(PASSWORD)) {
      throw new PortalRefusal("1008", "Invalid login credentials");
    }
    token = UUID.randomUUID().toString();
    ObjectNode given = JSON.createObjectNode().put("AuthToken", token);
    if (encrypts) {
      session = NicEncryption.newKey();
      given.put("Sek", sek(json.path("AppKey").asText()));
    }
    return given;
  }

  /** Its public key for logins, as one configures it. */
  String loginKey() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(logins.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private String openedLogin(String body) throws PortalRefusal, IOException {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.DECRYPT_MODE, logins.getPrivate());
      byte[] text =
          cipher.doFinal(Base64.getDecoder().decode(JSON.readTree(body).path("Data").asText()));
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PortalRefusal("1013", "Decryption of password failed");
    }
  }

  private String opened(HttpExchange exchange, String body) throws PortalRefusal, IOException {
    if (!token.equals(exchange.getRequestHeaders().getFirst("AuthToken"))) {
      throw new PortalRefusal("1005", "Invalid Token");
    }
    return NicEncryption.opened(JSON.readTree(body).path("Data").asText(), session);
  }

  private String sek(String appKey) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(Base64.getDecoder().decode(appKey), "AES"));
      return Base64.getEncoder().encodeToString(cipher.doFinal(session.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode found(Irn irn) throws PortalRefusal {
    try {
      return written(portal.find(irn));
    } catch (PortalRefusal refusal) {
      if (refusal.code().equals(PortalRefusal.NOT_ACTIVE)) {
        return JSON.createObjectNode().put("Irn", irn.value()).put("Status", "CNL");
      }
      throw refusal;
    }
  }

  private ObjectNode cancelled(JsonNode json) throws PortalRefusal, IOException {
    Irn irn = new Irn(json.path("Irn").asText());
    LocalDateTime at = portal.cancel(irn, CancelReason.OTHERS, json.path("CnlRem").asText());
    return JSON.createObjectNode().put("Irn", irn.value()).put("CancelDate", TIME.format(at));
  }

  private static ObjectNode written(SignedAnswer answer) {
    return JSON.createObjectNode()
        .put("AckNo", Long.parseLong(answer.ackNumber()))
        .put("AckDt", TIME.format(answer.ackAt()))
        .put("Irn", answer.irn().value())
        .put("SignedInvoice", answer.signedInvoice())
        .put("SignedQRCode", answer.signedQrCode())
        .put("Status", "ACT");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Has the whole application speak with this server. */
  public static class Installed
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      PortalServer server = new PortalServer();
      context.getBeanFactory().registerSingleton("portalServer", server);
      TestPropertyValues.of(
              "dunwell.einvoice.provider.url=" + server.url(),
              "dunwell.einvoice.provider.user-name=" + USER,
              "dunwell.einvoice.provider.password=" + PASSWORD,
              "dunwell.einvoice.portal-keys[0]=" + server.portal.pem())
          .applyTo(context);
    }
  }
}
