package io.dunwell.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.shared.RuleViolation;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Talks to a daemon of our own that speaks the protocol and takes the word virus for one. */
class ClamdScanTests {

  @Test
  void tellsWhatTheScannerFound() throws IOException {
    try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ClamdScan scan = scan(daemon.getLocalPort());

      CompletableFuture<Integer> infected = answer(daemon);
      assertThat(scan.scan("a virus".getBytes(StandardCharsets.US_ASCII))).contains("Test.Virus");
      assertThat(infected.join()).isEqualTo(7);

      CompletableFuture<Integer> clean = answer(daemon);
      assertThat(scan.scan(new byte[200_000])).isEmpty();
      assertThat(clean.join()).isEqualTo(200_000);
    }
  }

  @Test
  void whatWasNotScannedIsNotTaken() throws IOException {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> scan(nobody).scan(new byte[1]))
        .extracting(RuleViolation::code)
        .isEqualTo("document.not-scanned");
  }

  private static ClamdScan scan(int port) {
    return new ClamdScan(URI.create("clamd://127.0.0.1:" + port), Duration.ofSeconds(5));
  }

  /** Answers one question; the result is how many bytes arrived. */
  private static CompletableFuture<Integer> answer(ServerSocket daemon) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Socket caller = daemon.accept();
              DataInputStream in = new DataInputStream(caller.getInputStream())) {
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                .isEqualTo("zINSTREAM\0");
            StringBuilder content = new StringBuilder();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
              content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
            }
            String verdict = content.indexOf("virus") < 0 ? "OK" : "Test.Virus FOUND";
            caller
                .getOutputStream()
                .write(("stream: " + verdict + "\0").getBytes(StandardCharsets.US_ASCII));
            return content.length();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
