package io.dunwell.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A walk through all pages, with a picture of each. */
@JourneyTest
class EveryPageJourney {

  private static final List<String> PAGES =
      List.of(
          "",
          "worklist",
          "customers",
          "customers/C-1003",
          "customers/C-1002/history",
          "customers/C-1003/holds",
          "customers/C-1004/details",
          "ageing",
          "ageing?by=ITEM",
          "contracts",
          "deliveries",
          "deliveries?proofMissing=true",
          "receipts",
          "imports",
          "daily-runs",
          "outbox",
          "policies",
          "policies/standard",
          "replays",
          "ledger?check=seals",
          "audit");

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
    for (String name : PAGES) {
      manager.goesTo("/" + name).pictures(name.isEmpty() ? "home" : name.replaceAll("\\W", "-"));
      assertThat(manager.page().locator("h1").count()).as(name).isEqualTo(1);
    }
    assertThat(manager.complaints()).isEmpty();
    manager.goesTo("/nowhere").pictures("error-404");
  }

  @Test
  void theAdministratorLooksAfterUsersAndTheDate() {
    Visitor admin = Visitor.logsIn(port, "admin");
    admin.goesTo("/users").pictures("users");
    admin.goesTo("/business-date").pictures("business-date");
    assertThat(admin.complaints()).isEmpty();
  }
}
