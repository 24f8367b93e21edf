package io.dunwell.demo;

import io.dunwell.party.Customers;
import io.dunwell.platform.Installation;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.BusinessDays;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets ten weeks pass in an empty demonstration, through the same services that people use, and
 * ends today. It is told once: where there is a customer, it has been told.
 */
@Component
class DemoStory implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
  private static final Actor NARRATOR = new Actor("admin");

  /** Long enough for an invoice that nobody pays to climb to the manager's decision. */
  static final int DAYS = 70;

  private final Installation installation;
  private final DemoSettings settings;
  private final Customers customers;
  private final BusinessDays days;
  private final Company company;
  private final Supplies supplies;
  private final Plot plot;
  private final BillingDay billing;

  DemoStory(
      Installation installation,
      DemoSettings settings,
      Customers customers,
      BusinessDays days,
      Company company,
      Supplies supplies,
      Plot plot,
      BillingDay billing) {
    this.installation = installation;
    this.settings = settings;
    this.customers = customers;
    this.days = days;
    this.company = company;
    this.supplies = supplies;
    this.plot = plot;
    this.billing = billing;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (installation.demo() && settings.demoStory() && untold()) {
      tell(days.today().date());
    }
  }

  private boolean untold() {
    return customers.search(null, 0, 1, null).total() == 0;
  }

  private void tell(LocalDate today) {
    LOG.info("Telling the demo story: ten weeks of a small company");
    LocalDate first = today.minusDays(DAYS);
    days.moveTo(first, NARRATOR);
    company.opens(first);
    supplies.agree(first);
    for (int day = 0; day <= DAYS; day++) {
      days.moveTo(first.plusDays(day), NARRATOR);
      plot.day(day, first.plusDays(day));
      supplies.day(day, first.plusDays(day));
    }
    billing.comes(today);
    LOG.info("The demo story is told; the business date is {}", today);
  }
}
