package io.dunwell.documents;

import java.net.URI;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the virus scanner: {@code clamd://host:port}, or none. */
@Configuration(proxyBeanMethods = false)
class DocumentScanning {

  @Bean
  VirusScan virusScan(DocumentSettings settings) {
    URI scanner = settings.virusScanner();
    if (scanner == null || scanner.toString().isBlank()) {
      return content -> Optional.empty();
    }
    if (!"clamd".equals(scanner.getScheme()) || scanner.getHost() == null) {
      throw new IllegalArgumentException(
          "dunwell.documents.virus-scanner is written clamd://host:port, not " + scanner);
    }
    return new ClamdScan(scanner, settings.virusScannerPatience());
  }
}
