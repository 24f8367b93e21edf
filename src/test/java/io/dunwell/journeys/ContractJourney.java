package io.dunwell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a contract to a delivery that is proven, and part of which comes back. */
@JourneyTest
class ContractJourney {

  private static final String MAIL =
      "From: stores@cobalt-freight.example.com\r\nSubject: Arrived\r\n\r\nAll 40 units are here.";

  @LocalServerPort private int port;

  @Test
  void salesAmendsAContractAndTheOldVersionStaysReadable() {
    Visitor sales = Visitor.logsIn(port, "sales");
    Page page = opens(sales, "/contracts?q=FC-2001", "FC-2001");
    sales.pictures("contract");
    link(page, "Amend");
    sales.pictures("contract-amendment");
    page.locator("[name='line0.prices']").fill("0: 190; 500: 176.25");
    page.locator("#f-reason").fill("Steel surcharge");
    button(page, "Add version 2");
    assertThat(page.locator("h1")).containsText("version 2, in force");
    assertThat(page.locator("#prices")).containsText("176.25");
    sales.pictures("contract-versions");
    link(page, "version 1");
    assertThat(page.locator("#prices")).containsText("172.5");
    sales.goesTo("/contracts").pictures("contracts");
    sales.goesTo("/contracts/new").pictures("contract-new");
    assertThat(sales.complaints()).isEmpty();
  }

  @Test
  void operationsProvesADeliveryAndTakesPartOfItBack() {
    Visitor operations = Visitor.logsIn(port, "operations");
    operations.goesTo("/deliveries").pictures("deliveries");
    operations.goesTo("/deliveries/new?contract=FC-2004").pictures("delivery-new");
    Page page = opens(operations, "/deliveries?q=DN-3104", "DN-3104");
    page.setInputFiles("#f-file", new FilePayload("arrived.html", "text/html", mail()));
    page.locator("#f-kind").selectOption("ACCEPTANCE_MAIL");
    button(page, "Attach proof");
    assertThat(page.locator(".thumbs")).containsText("arrived.html.txt");
    assertThat(page.locator(".sheetview pre")).containsText("All 40 units are here.");
    page.locator("#lines button").first().click();
    page.locator("#take-back [name=quantity]").fill("41");
    page.locator("#take-back [name=reason]").fill("Two were damaged");
    page.locator("#take-back button[type=submit]").click();
    assertThat(page.locator(".note.bad")).containsText("no more than that can come back");
    operations.pictures("delivery-refused");
    page.locator("#take-back [name=quantity]").fill("2");
    page.locator("#take-back button[type=submit]").click();
    assertThat(page.locator("main")).containsText("DN-3104/R1");
    operations.pictures("delivery-returned");
    opens(operations, "/deliveries?q=DN-3101", "DN-3101");
    page.waitForFunction(
        "document.querySelector('.sheetview img').complete"
            + " && document.querySelector('.sheetview img').naturalWidth > 0");
    operations.pictures("delivery");
    assertThat(operations.complaints()).isEmpty();
  }

  private static Page opens(Visitor visitor, String list, String number) {
    Page page = visitor.goesTo(list).page();
    link(page, number);
    return page;
  }

  private static void link(Page page, String name) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
    page.waitForLoadState();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static byte[] mail() {
    return MAIL.getBytes(StandardCharsets.UTF_8);
  }
}
