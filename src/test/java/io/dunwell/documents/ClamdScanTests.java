package io.dunwell.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClamdScanTests {

  @Test
  void tellsWhatTheScannerFound() throws IOException {
    try (ClamdDaemon daemon = new ClamdDaemon()) {
      ClamdScan scan = scan(daemon.address());

      assertThat(scan.scan("an EICAR".getBytes(StandardCharsets.US_ASCII))).contains("Eicar-Test");
      assertThat(daemon.received).isEqualTo(8);

      assertThat(scan.scan(new byte[200_000])).isEmpty();
      assertThat(daemon.received).isEqualTo(200_000);
    }
  }

  @Test
  void whatWasNotScannedIsNotTaken() throws IOException {
    ClamdDaemon gone = new ClamdDaemon();
    gone.close();
    assertNotScanned(scan(gone.address()));
    try (ClamdDaemon daemon = new ClamdDaemon()) {
      daemon.silent = true;
      assertNotScanned(scan(daemon.address()));
    }
  }

  private static void assertNotScanned(ClamdScan scan) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> scan.scan(new byte[1]))
        .extracting(RuleViolation::code)
        .isEqualTo("document.not-scanned");
  }

  private static ClamdScan scan(String address) {
    return new ClamdScan(URI.create(address), Duration.ofSeconds(5));
  }
}
