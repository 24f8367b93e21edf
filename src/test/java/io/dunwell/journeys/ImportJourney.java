package io.dunwell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file with a bad row: the good ones are kept, the bad one is mended and sent again. */
@JourneyTest
class ImportJourney {

  private static final String FILE =
      """
      customerNumber,customerName,country,invoiceNumber,invoicedOn,dueOn,amount,currency
      J-1001,Journey One Ltd,IN,INV-J11,2026-10-01,2026-10-31,1250.00,INR
      J-1001,Journey One Ltd,IN,INV-J12,2026-10-05,2026-11-04,a lot,INR
      J-1002,Journey Two Ltd,IN,INV-J13,2026-10-07,2026-11-06,980.50,INR
      """;

  @LocalServerPort private int port;

  @Test
  void aBadRowIsMendedAndSentAgain() throws Exception {
    Visitor accounts = Visitor.logsIn(port, "accounts");
    Page page = sends(accounts, "ledger.csv", FILE);
    assertThat(page.locator(".tile:has-text('quarantine')").first()).containsText("1");
    assertThat(page.locator("table").first()).containsText("a lot");
    accounts.pictures("journey-import-1-quarantine");

    Download quarantine =
        page.waitForDownload(
            () ->
                page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Download quarantine"))
                    .click());
    String mended = Files.readString(quarantine.path()).replace("a lot", "4400.00");
    sends(accounts, "mended.csv", mended);
    accounts.pictures("journey-import-2-mended");
    accounts.goesTo("/customers?q=INV-J12").pictures("journey-import-3-account");
    assertThat(page.locator("table.rows")).containsText("INV-J12");
  }

  private static Page sends(Visitor accounts, String name, String content) {
    Page page = accounts.goesTo("/imports").page();
    page.setInputFiles(
        "#f-file", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    page.locator("#f-kind").selectOption("invoices");
    page.locator("input[name=dryRun]").uncheck();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import")).click();
    page.waitForURL("**/imports/*");
    assertThat(page.locator("main").getByText("finished").first()).isVisible();
    return page;
  }
}
