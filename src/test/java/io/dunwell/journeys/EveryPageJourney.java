package io.dunwell.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A walk through all pages, with a picture of each. */
@JourneyTest
class EveryPageJourney {

  @LocalServerPort private int port;

  @Test
  void aStrangerSeesTheLogin() {
    Visitor stranger = Visitor.stranger(port).goesTo("/customers").pictures("login");
    assertThat(stranger.page().url()).contains("/login");
    assertThat(stranger.complaints()).isEmpty();
  }

  @Test
  void theManagerReadsEveryPage() {
    Visitor manager = Visitor.logsIn(port, "manager");
    manager.goesTo("/").pictures("home");
    manager.goesTo("/customers").pictures("customers");
    manager.goesTo("/nowhere").pictures("error-404");
  }
}
