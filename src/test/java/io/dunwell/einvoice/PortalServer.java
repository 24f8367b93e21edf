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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

  /** Whether {@code Data} is JSON as text. */
  boolean textual;

  private final HttpServer server;
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
    try {
      ObjectNode data = broken == 0 ? data(exchange, path, body) : JSON.createObjectNode();
      ObjectNode envelope = JSON.createObjectNode().put("Status", 1);
      if (textual) {
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
    return JSON.createObjectNode().put("AuthToken", token);
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
