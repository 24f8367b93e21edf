package io.dunwell.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who speaks real HTTP with the application: as a program, or through a browser. */
final class Visit {

  private static final Pattern CSRF_FIELD =
      Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final String root;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String name;
  private final boolean browser;

  private final String password;

  private Visit(int port, String name, String password, boolean browser) {
    this.root = "http://localhost:" + port;
    this.name = name;
    this.password = password;
    this.browser = browser;
  }

  static Visit asProgram(int port, String name) {
    return asProgram(port, name, "demo");
  }

  static Visit asProgram(int port, String name, String password) {
    return new Visit(port, name, password, false);
  }

  /** Logs in and opens Tasklist, as a browser does. */
  static Visit asBrowser(int port, String name) {
    Visit visit = new Visit(port, name, "demo", true);
    Matcher field = CSRF_FIELD.matcher(visit.get("/login").body());
    if (!field.find()) {
      throw new IllegalStateException("The login page has no token");
    }
    String form =
        "username="
            + name
            + "&password=demo&_csrf="
            + URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
    visit.send(
        visit
            .request("/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
    visit.get("/camunda/app/tasklist/default/");
    return visit;
  }

  boolean isBrowser() {
    return browser;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return call("POST", path, body);
  }

  HttpResponse<String> call(String method, String path, String body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (browser) {
      request.header("X-XSRF-TOKEN", token());
    }
    return send(request);
  }

  /** The same without the token of the page. */
  HttpResponse<String> postForged(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().startsWith("XSRF-TOKEN"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (!browser) {
      String credentials = name + ":" + password;
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
