package io.dunwell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do with lists: sort, look for something, take it along, look at what is behind. */
@JourneyTest
class ListsJourney {

  private static final String COCKPIT_LINK = "a[href*='/cockpit/default/#/process-instance/']";

  @LocalServerPort private int port;

  @Test
  void aListIsSortedSearchedAndTakenAlong() throws Exception {
    Visitor collector = Visitor.logsIn(port, "collector").goesTo("/customers");
    Page page = collector.page();
    page.locator("th a.sort:has-text('Overdue')").click();
    assertThat(page.locator("th[aria-sort='ascending']")).containsText("Overdue");
    page.locator("th a.sort:has-text('Overdue')").click();
    assertThat(page.locator("th[aria-sort='descending']")).containsText("Overdue");

    page.locator(".filters input[type=search]").fill("freight");
    page.locator(".filters button[type=submit]").click();
    assertThat(page.locator("table.rows tbody tr")).hasCount(1);
    assertThat(page.locator("th[aria-sort='descending']")).containsText("Overdue");
    Download csv = page.waitForDownload(() -> page.locator(".exports a:has-text('CSV')").click());
    assertThat(Files.readAllLines(csv.path())).hasSize(2).last().asString().contains("Freight");
    Download excel =
        page.waitForDownload(() -> page.locator(".exports a:has-text('Excel')").click());
    assertThat(excel.suggestedFilename()).isEqualTo("customers.xlsx");
    assertThat(Files.size(excel.path())).isGreaterThan(1000);
    assertThat(collector.complaints()).isEmpty();
  }

  @Test
  void listsOfOnePageAreSortedApart() {
    Visitor manager = Visitor.logsIn(port, "manager").goesTo("/customers/C-1003/holds");
    Page page = manager.page();
    page.locator("#disputes th a.sort:has-text('Who looks into it')").click();
    page.locator("#holds th a.sort:has-text('Reason')").click();
    assertThat(page.locator("#disputes th[aria-sort='ascending']")).containsText("Who");
    assertThat(page.locator("#holds th[aria-sort='ascending']")).containsText("Reason");
    page.locator("#holds input[type=search]").fill("nothing of the kind");
    page.locator("#holds input[type=search]").press("Enter");
    assertThat(page.locator("#holds")).containsText("Nothing found");
    assertThat(page.locator("#disputes tbody tr")).hasCount(1);
  }

  @Test
  void aCaseOnTheWorklistOpensInCockpitForWhoeverMayLook() {
    Visitor collector = Visitor.logsIn(port, "collector").goesTo("/worklist");
    assertThat(collector.page().locator(COCKPIT_LINK)).hasCount(0);

    Visitor manager = Visitor.logsIn(port, "manager").goesTo("/worklist");
    Locator first = manager.page().locator(COCKPIT_LINK).first();
    assertThat(first).isVisible();
    first.click();
    manager.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(manager.page().locator(".djs-container").first()).isVisible();
    manager.pictures("journey-cockpit-case");
  }

  @Test
  void nothingIsCutOffOnATablet() {
    Visitor manager = Visitor.logsIn(port, "manager");
    manager.page().setViewportSize(1024, 768);
    for (String path :
        List.of("/", "/worklist", "/customers", "/ageing", "/customers/C-1004", "/outbox")) {
      manager.goesTo(path);
      Object cut =
          manager
              .page()
              .evaluate(
                  "() => [...document.querySelectorAll('.scroll')]"
                      + ".filter(s => s.scrollWidth > s.clientWidth + 1).length");
      assertThat(cut).as(path).isEqualTo(0);
    }
  }
}
