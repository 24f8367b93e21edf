package io.dunwell.ledger;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals the live books soon after each midnight, and at once after a time of standing still. */
@Component
class SealEveryDay {

  private final Seals seals;

  SealEveryDay(Seals seals) {
    this.seals = seals;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void seal() {
    seals.sealFinishedDays();
  }
}
