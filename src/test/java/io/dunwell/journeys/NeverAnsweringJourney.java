package io.dunwell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.OpenItems;
import io.dunwell.workflow.BusinessTime;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer who never answers climbs from the first reminder to the legal referral. */
@JourneyTest
class NeverAnsweringJourney {

  private static final String NUMBER = "J-2001";

  @LocalServerPort private int port;
  @Autowired private Customers customers;
  @Autowired private OpenItems items;
  @Autowired private BusinessTime time;

  @Test
  void silenceLeadsFromTheReminderToTheLegalReferral() throws Exception {
    LocalDate today = time.today();
    CustomerId customer =
        new Ledgers(customers, items)
            .customerWhoOwes(NUMBER, "INV-J2", "250000.00", today.minusDays(61));
    String account = "/customers/" + customer;
    Visitor admin = Visitor.logsIn(port, "admin");

    admin.movesTheDateTo(today.plusDays(1));
    seesLetter(admin, account, "Reminder", "journey-silent-1-reminder");
    assertThat(PostOffice.subjectOfMailTo(Ledgers.mailbox(NUMBER))).isNotBlank();
    admin.movesTheDateTo(today.plusDays(6));
    seesLetter(admin, account, "Second reminder", "journey-silent-2-second-reminder");

    admin.movesTheDateTo(today.plusDays(11));
    Visitor collector = Visitor.logsIn(port, "collector");
    collector.opensTask(account, "Call customer").pictures("journey-silent-3-call");
    collector.page().getByLabel("No answer").check();
    collector.completesTask();

    admin.movesTheDateTo(today.plusDays(16));
    seesLetter(admin, account, "Final notice", "journey-silent-4-final-notice");
    admin.movesTheDateTo(today.plusDays(21));
    Visitor manager = Visitor.logsIn(port, "manager");
    manager.opensTask(account, "Decide escalation").pictures("journey-silent-5-escalation");
    manager.page().getByLabel("Continue to legal").check();
    manager.completesTask();

    admin.movesTheDateTo(today.plusDays(26));
    Visitor legal = Visitor.logsIn(port, "legal");
    legal.opensTask(account, "Prepare legal referral").pictures("journey-silent-6-referral");
    legal.page().getByLabel("To whom?").fill("Counsel on retainer");
    legal.completesTask();
    Page file = manager.goesTo(account).pictures("journey-silent-7-account").page();
    assertThat(file.locator(".casebar").getByText("Legal referral")).isVisible();
    manager.goesTo(
        String.valueOf(file.locator("a:has-text('Cockpit')").last().getAttribute("href")));
    manager.pictures("journey-silent-8-cockpit");
  }

  private static void seesLetter(Visitor reader, String account, String letter, String picture) {
    Page page = reader.goesTo(account + "/history?kind=notice").page();
    page.locator("td.what a", new Page.LocatorOptions().setHasText(letter)).first().click();
    assertThat(page.locator("iframe").first()).isVisible();
    reader.pictures(picture);
  }
}
