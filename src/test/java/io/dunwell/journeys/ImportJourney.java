package io.dunwell.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file with bad rows: tried, taken, mended, sent again, and a contradiction decided. */
@JourneyTest
class ImportJourney {

  private static final String FILE =
      """
      customerNumber,customerName,invoiceNumber,invoicedOn,dueOn,amount,currency,settledOn
      J1,Jute & Co,J-1001,2026-01-05,2026-02-04,100.00,INR,
      J1,Jute & Co,J-1002,2026-01-05,2026-02-04,100.00,INR,
      J1,Jute & Co,J-1003,2026-02-30,2026-03-30,50.00,INR,
      J2,Kite Ltd,J-1004,2026-01-07,2026-02-07,12x.00,INR,
      J2,Kite Ltd,J-1005,2026-01-07,2026-02-07,70.00,INR,2026-02-01
      """;

  @LocalServerPort private int port;

  @Test
  void badRowsAreMendedAndSentAgain() throws IOException {
    Visitor accounts = Visitor.logsIn(port, "accounts");
    upload(accounts, FILE, true);
    assertThat(accounts.page().getByRole(AriaRole.STATUS).textContent()).contains("Dry run: 3");
    accounts.pictures("import-dry-run");

    upload(accounts, FILE, false);
    assertThat(accounts.page().getByRole(AriaRole.STATUS).textContent())
        .contains("3 rows accepted")
        .contains("2 in quarantine");
    accounts.pictures("import-done");
    Download download =
        accounts.page().waitForDownload(() -> link(accounts.page(), "Download quarantine").click());
    String mended =
        Files.readString(download.path(), UTF_8)
            .replace("2026-02-30", "2026-02-28")
            .replace("12x.00", "12.00");

    upload(accounts, mended, false);
    assertThat(accounts.page().getByRole(AriaRole.STATUS).textContent())
        .contains("2 rows accepted")
        .contains("0 in quarantine");

    upload(accounts, FILE.replaceFirst("100\\.00", "90.00"), false);
    accounts.pictures("import-conflict");
    accounts.page().getByLabel("Reason").first().fill("The file was typed by hand");
    accounts
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep the books"))
        .first()
        .click();
    accounts.page().getByText("The books were kept").waitFor();
    accounts.goesTo("/imports").pictures("imports");
    accounts.goesTo("/import-profiles").pictures("import-profiles");
    accounts.goesTo("/import-profiles/ibm-late-payment").pictures("import-profile");
    assertThat(accounts.complaints()).isEmpty();
  }

  private static void upload(Visitor visitor, String content, boolean dryRun) {
    Page page = visitor.goesTo("/imports").page();
    page.locator("#f-file")
        .setInputFiles(new FilePayload("jute.csv", "text/csv", content.getBytes(UTF_8)));
    page.locator("#f-profile").selectOption("standard-ledger");
    page.locator("input[name=dryRun]").setChecked(dryRun);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import")).click();
    page.waitForURL("**/imports/*-*");
  }

  private static com.microsoft.playwright.Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }
}
