package io.dunwell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of Dunwell in a process of its own, which can be killed at any moment. It runs the classes
 * under test with settings given as on the command line.
 */
public final class RunningCopy implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final int port;
  private final Path log;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningCopy(Path directory, Map<String, String> environment, List<String> settings) {
    try {
      port = freePort();
      Files.createDirectories(directory);
      log = directory.resolve("copy-" + port + ".log");
      ProcessBuilder builder = new ProcessBuilder(command(port, settings));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one on its own PostgreSQL under that directory. Call {@link #awaitReady} next. */
  public static RunningCopy on(Path directory, String... settings) {
    List<String> all = new ArrayList<>(Arrays.asList(settings));
    all.add("--dunwell.data-dir=" + directory.resolve("data"));
    return new RunningCopy(directory, Map.of(), all);
  }

  /** Starts one with environment variables; its log lies in that directory. */
  public static RunningCopy with(
      Path directory, Map<String, String> environment, String... settings) {
    return new RunningCopy(directory, environment, List.of(settings));
  }

  /** Waits until it answers; fails with its log if it stops before. */
  public RunningCopy awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        kill();
        throw new AssertionError("It does not answer. Its log:\n" + log());
      }
      sleep();
    }
    return this;
  }

  /** Waits until the process has ended by itself and returns its exit code. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("It does not end. Its log:\n" + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public String url(String path) {
    return "http://localhost:" + port + path;
  }

  /** Everything it has printed. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks as that person; the password is {@code demo}, or what follows a colon. */
  public HttpResponse<String> get(String person, String path) {
    return send(person, "GET", path, "");
  }

  public HttpResponse<String> post(String person, String path, String json) {
    return send(person, "POST", path, json);
  }

  public HttpResponse<String> send(String person, String method, String path, String json) {
    return send(
        as(person, path)
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder as(String person, String path) {
    String login = person.contains(":") ? person : person + ":demo";
    byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(url(path)))
        .timeout(PATIENCE)
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** A page as somebody sees it who logs in with a browser. */
  public String page(String name, String password, String path) {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpRequest form = HttpRequest.newBuilder(URI.create(url("/login"))).build();
      Matcher token = TOKEN.matcher(browser.send(form, BodyHandlers.ofString()).body());
      if (!token.find()) {
        throw new AssertionError("The login page has no token");
      }
      String fields =
          "username=%s&password=%s&_csrf=%s"
              .formatted(
                  URLEncoder.encode(name, StandardCharsets.UTF_8),
                  URLEncoder.encode(password, StandardCharsets.UTF_8),
                  URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
      HttpRequest login =
          HttpRequest.newBuilder(URI.create(url("/login")))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(fields))
              .build();
      browser.send(login, BodyHandlers.discarding());
      HttpRequest page = HttpRequest.newBuilder(URI.create(url(path))).build();
      return browser.send(page, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The JSON of a good answer; fails with what it says otherwise. */
  public static JsonNode json(HttpResponse<String> response) {
    if (response.statusCode() >= 400) {
      throw new AssertionError(
          response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
    }
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uploads a file. */
  public HttpResponse<String> upload(String person, String path, String name, byte[] content) {
    String head =
        """
        --a-file
        Content-Disposition: form-data; name="file"; filename="%s"
        Content-Type: application/octet-stream

        """
            .formatted(name)
            .replace("\n", "\r\n");
    List<byte[]> parts =
        List.of(
            head.getBytes(StandardCharsets.UTF_8),
            content,
            "\r\n--a-file--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        as(person, path)
            .header("Content-Type", "multipart/form-data; boundary=a-file")
            .POST(BodyPublishers.ofByteArrays(parts))
            .build());
  }

  /** Waits until something is so. */
  public void until(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("Waited in vain until " + what + ". Its log:\n" + log());
      }
      sleep();
    }
  }

  /** Ends it at once, as {@code kill -9} does; a PostgreSQL of its own lives on. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Ends it in order. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers() {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create(url("/actuator/health")))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<String> command(int port, List<String> settings) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx768m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath(), "io.dunwell.Dunwell", "--server.port=" + port));
    command.addAll(settings);
    return command;
  }

  /** What the application runs with: no test classes. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
