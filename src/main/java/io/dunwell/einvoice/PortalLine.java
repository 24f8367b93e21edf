package io.dunwell.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.jspecify.annotations.Nullable;

/** The line to the provider: logs in, speaks, and unwraps what comes back. */
final class PortalLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int LARGEST_ANSWER = 4_000_000;

  private final ProviderSettings settings;
  private final String gstin;
  private final String url;
  private final HttpClient http;
  private volatile @Nullable String token;

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
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  JsonNode get(String path) throws PortalRefusal, IOException {
    return loggedIn(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  JsonNode post(String path, String body) throws PortalRefusal, IOException {
    return loggedIn(
        HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body)));
  }

  /** A token is good for some hours; what is refused for its sake is asked once more. */
  private JsonNode loggedIn(HttpRequest.Builder request) throws PortalRefusal, IOException {
    String known = token;
    try {
      return data(request, known == null ? login() : known);
    } catch (PortalRefusal refusal) {
      if (known == null || !refusal.code().equals(PortalRefusal.INVALID_TOKEN)) {
        throw refusal;
      }
      return data(request, login());
    }
  }

  private String login() throws PortalRefusal, IOException {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("UserName", settings.userName())
            .put("Password", settings.password())
            .put("ForceRefreshAccessToken", true)
            .toString();
    JsonNode data =
        data(
            HttpRequest.newBuilder(URI.create(url + "/eivital/v1.04/auth"))
                .POST(BodyPublishers.ofString(body)),
            "");
    String given = data.path("AuthToken").asText();
    if (given.isEmpty()) {
      throw new IOException("The login at the provider gave no token");
    }
    token = given;
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
    JsonNode data = envelope.path("Data");
    if (envelope.path("Status").asInt() == 1) {
      return data.isTextual() ? JSON.readTree(data.asText()) : data;
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
