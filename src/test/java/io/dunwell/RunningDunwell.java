package io.dunwell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A copy of Dunwell in a process of its own, which a test may talk to, and kill. */
public final class RunningDunwell implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningDunwell(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /**
   * Starts a copy and waits until it is ready.
   *
   * @param settings environment variables, for example {@code SPRING_DATASOURCE_URL}
   * @param arguments command line arguments
   */
  public static RunningDunwell start(Map<String, String> settings, String... arguments)
      throws IOException {
    int port = freePort();
    Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "dunwell", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-Duser.timezone=UTC", "-cp", classPath()));
    command.addAll(List.of("io.dunwell.Dunwell", "--server.port=" + port));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    RunningDunwell running = new RunningDunwell(builder.start(), port, log);
    running.until("it is ready", running::healthy);
    return running;
  }

  /** Only our classes and libraries: the test classes hold beans of their own. */
  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return all.replace(Path.of("target", "test-classes").toAbsolutePath() + ":", "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /** What it has logged so far. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Kills it as a power failure would. */
  public void kill() {
    process.destroyForcibly();
    ended(30);
  }

  @Override
  public void close() {
    process.destroy();
    if (!ended(60)) {
      kill();
    }
  }

  private boolean ended(int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public JsonNode get(String path, String user, String password) throws IOException {
    return json(send(request(path, user, password).GET().build()));
  }

  public JsonNode post(String path, String body, String user, String password) throws IOException {
    return json(
        send(
            request(path, user, password)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  public JsonNode put(String path, String body, String user, String password) throws IOException {
    return json(
        send(
            request(path, user, password)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  /** Uploads a file with form fields beside it. */
  public JsonNode upload(
      String path, String name, byte[] content, Map<String, String> fields, String user, String pw)
      throws IOException {
    String boundary = "dunwell-boundary";
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (field, value) ->
            head.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(field))
                .append(value)
                .append("\r\n"));
    head.append("--%s\r\n".formatted(boundary))
        .append(
            "Content-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n".formatted(name))
        .append("Content-Type: application/octet-stream\r\n\r\n");
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    var body =
        HttpRequest.BodyPublishers.ofByteArrays(
            List.of(head.toString().getBytes(StandardCharsets.UTF_8), content, tail));
    return json(
        send(
            request(path, user, pw)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build()));
  }

  /** Waits until something is so, looking every fifth of a second. */
  public void until(String what, BooleanSupplier so) throws IOException {
    Instant limit = Instant.now().plus(PATIENCE);
    while (!so.getAsBoolean()) {
      if (Instant.now().isAfter(limit) || !process.isAlive()) {
        throw new AssertionError("Waited in vain until " + what + ":\n" + log());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean healthy() {
    try {
      HttpRequest health =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
              .build();
      return http.send(health, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpRequest.Builder request(String path, String user, String password) {
    String login =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Basic " + login);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 400) {
      throw new AssertionError(
          response.request().method()
              + " "
              + response.uri().getPath()
              + " answered "
              + response.statusCode()
              + ": "
              + response.body());
    }
    return response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
  }
}
