package io.dunwell.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The line to the provider, or to the portal itself: logs in, speaks, and unwraps what comes back.
 */
final class PortalLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LARGEST_ANSWER = 4_000_000;

  private final ProviderSettings settings;
  private final String gstin;
  private final String url;
  private final HttpClient http;
  private final @Nullable NicEncryption encryption;
  private volatile @Nullable Session session;

  /** What a login gave; the key only where bodies are encrypted. */
  private record Session(String token, @Nullable SecretKey key) {}

  /**
   * @throws IllegalArgumentException if the address is not one of HTTPS, so that a wrong setting
   *     stops the start
   */
  PortalLine(ProviderSettings settings, String gstin) {
    this.settings = settings;
    this.gstin = gstin;
    this.url = settings.url().strip().replaceAll("/+$", "");
    URI address = URI.create(url);
    boolean safe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
    if (!safe) {
      throw new IllegalArgumentException(
          "dunwell.einvoice.provider.url begins with https://, not " + settings.url());
    }
    this.encryption = encryption(settings.publicKey());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  private static @Nullable NicEncryption encryption(String publicKey) {
    return publicKey.isBlank() ? null : new NicEncryption(PortalKeys.parse(publicKey));
  }

  JsonNode get(String path) throws PortalRefusal, IOException {
    return loggedIn(session -> HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  JsonNode post(String path, String body) throws PortalRefusal, IOException {
    return loggedIn(session -> posting(path, closed(body, session.key())));
  }

  private HttpRequest.Builder posting(String path, String body) {
    return HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body));
  }

  private static String closed(String body, @Nullable SecretKey key) throws IOException {
    return key == null ? body : NicEncryption.closed(body, key);
  }

  /** A request to be, as the session wants it. */
  private interface Asking {
    HttpRequest.Builder in(Session session) throws IOException;
  }

  /** A token is good for some hours; what is refused for its sake is asked once more. */
  private JsonNode loggedIn(Asking asking) throws PortalRefusal, IOException {
    Session known = session;
    try {
      return ask(asking, known == null ? login() : known);
    } catch (PortalRefusal refusal) {
      if (known == null || !refusal.code().equals(PortalRefusal.INVALID_TOKEN)) {
        throw refusal;
      }
      return ask(asking, login());
    }
  }

  private JsonNode ask(Asking asking, Session in) throws PortalRefusal, IOException {
    JsonNode data = data(asking.in(in), in.token());
    SecretKey key = in.key();
    if (!data.isTextual()) {
      return data;
    }
    return JSON.readTree(key == null ? data.asText() : NicEncryption.opened(data.asText(), key));
  }

  private Session login() throws PortalRefusal, IOException {
    SecretKey ours = NicEncryption.newKey();
    ObjectNode login =
        JsonNodeFactory.instance
            .objectNode()
            .put("UserName", settings.userName())
            .put("Password", settings.password());
    if (encryption != null) {
      login.put("AppKey", NicEncryption.text(ours));
    }
    login.put("ForceRefreshAccessToken", true);
    String body = encryption == null ? login.toString() : encryption.login(login.toString());
    JsonNode answer = data(posting("/eivital/v1.04/auth", body), "");
    JsonNode data = answer.isTextual() ? JSON.readTree(answer.asText()) : answer;
    String token = data.path("AuthToken").asText();
    if (token.isEmpty()) {
      throw new IOException("The login at the provider gave no token");
    }
    SecretKey key =
        encryption == null ? null : NicEncryption.session(data.path("Sek").asText(), ours);
    Session given = new Session(token, key);
    session = given;
    return given;
  }

  private JsonNode data(HttpRequest.Builder request, String authToken)
      throws PortalRefusal, IOException {
    request
        .timeout(settings.timeout())
        .setHeader("Content-Type", "application/json")
        .setHeader("client_id", settings.clientId())
        .setHeader("client_secret", settings.clientSecret())
        .setHeader("Gstin", gstin)
        .setHeader("user_name", settings.userName())
        .setHeader("AuthToken", authToken);
    JsonNode envelope = envelope(exchange(request.build()));
    if (envelope.path("Status").asInt() == 1) {
      return envelope.path("Data");
    }
    throw refusal(envelope.path("ErrorDetails"));
  }

  private HttpResponse<InputStream> exchange(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while waiting for the provider", stopped);
    }
  }

  /** A gateway's page of errors is no word of the portal. */
  private static JsonNode envelope(HttpResponse<InputStream> response) throws IOException {
    try (InputStream in = response.body()) {
      JsonNode envelope = JSON.readTree(in.readNBytes(LARGEST_ANSWER));
      if (response.statusCode() < 500 && envelope.has("Status")) {
        return envelope;
      }
    } catch (JsonProcessingException noJson) {
      throw new IOException("The provider answers " + response.statusCode(), noJson);
    }
    throw new IOException("The provider answers " + response.statusCode());
  }

  private static PortalRefusal refusal(JsonNode errors) throws IOException {
    if (errors.isEmpty()) {
      throw new IOException("The provider refuses without saying why");
    }
    List<String> texts = new ArrayList<>();
    errors.forEach(error -> texts.add(error.path("ErrorMessage").asText()));
    return new PortalRefusal(errors.get(0).path("ErrorCode").asText(), String.join("; ", texts));
  }
}
