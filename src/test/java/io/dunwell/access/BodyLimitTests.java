package io.dunwell.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DunwellTest
class BodyLimitTests {

  private static final String CUSTOMERS = "/api/customers";
  private static final String TOO_LONG = "{\"name\": \"" + "x".repeat(3_000_000) + "\"}";

  @LocalServerPort int port;

  @Test
  void aLongBodyIsRefusedBeforeItIsRead() {
    HttpResponse<String> answer =
        new Caller(port)
            .post(
                CUSTOMERS,
                TOO_LONG,
                "Content-Type",
                "application/json",
                "Authorization",
                Caller.basic("admin", "demo"));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("request.too-long", "2048 KB");
  }

  @Test
  void aBodyThatDoesNotSayHowLongItIsBreaksOff() throws Exception {
    byte[] bytes = TOO_LONG.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + CUSTOMERS))
            .header("Content-Type", "application/json")
            .header("Authorization", Caller.basic("admin", "demo"))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
            .build();

    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("request.invalid");
  }

  @Test
  void theEngineAndThePagesAreNoWayAround() {
    for (String path : new String[] {"/engine-rest/task", "/login"}) {
      assertThat(
              new Caller(port)
                  .post(path, TOO_LONG, "Content-Type", "application/json")
                  .statusCode())
          .isEqualTo(413);
    }
  }
}
