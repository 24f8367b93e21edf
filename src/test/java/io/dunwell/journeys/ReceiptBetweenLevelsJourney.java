package io.dunwell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.OpenItems;
import io.dunwell.workflow.BusinessTime;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Money arrives after the first reminder; the second is never written. */
@JourneyTest
class ReceiptBetweenLevelsJourney {

  @LocalServerPort private int port;
  @Autowired private Customers customers;
  @Autowired private OpenItems items;
  @Autowired private BusinessTime time;

  @Test
  void moneyBetweenTwoLevelsEndsTheChase() {
    LocalDate today = time.today();
    CustomerId customer =
        new Ledgers(customers, items)
            .customerWhoOwes("J-3001", "INV-J3", "64000.00", today.minusDays(4));
    Visitor admin = Visitor.logsIn(port, "admin").movesTheDateTo(today.plusDays(1));
    Page account = admin.goesTo("/customers/" + customer).page();
    assertThat(account.getByText("Case open since")).isVisible();
    admin.pictures("journey-receipt-1-case");

    Visitor accounts = Visitor.logsIn(port, "accounts");
    book(accounts, "J-3001", "64000.00", "Invoice INV-J3");
    accounts.page().getByRole(AriaRole.BUTTON, button("By its reference")).click();
    assertThat(accounts.page().getByText("The money is put to what it pays.")).isVisible();
    accounts.pictures("journey-receipt-2-allocated");

    admin.movesTheDateTo(today.plusDays(8));
    admin.goesTo("/customers/" + customer + "/history").pictures("journey-receipt-3-ended");
    assertThat(account.getByText("No open case")).isVisible();
    assertThat(account.getByText("Case closed")).isVisible();
    assertThat(account.locator("td.what:has-text('Chased')")).hasCount(1);
  }

  private static void book(Visitor accounts, String customer, String amount, String reference) {
    Page page = accounts.goesTo("/receipts").page();
    page.getByRole(AriaRole.BUTTON, button("Book a receipt")).first().click();
    page.locator("#book #f-customer").fill(customer);
    page.locator("#book #f-amount").fill(amount);
    page.locator("#book #f-reference").fill(reference);
    page.locator("#book button[type=submit]").click();
    assertThat(page.getByText("The receipt is booked.")).isVisible();
  }

  private static Page.GetByRoleOptions button(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
