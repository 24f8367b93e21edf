package io.dunwell.workflow;

import io.dunwell.platform.Installation;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where the date follows the clock, begins each business day once, whichever node is first. */
@Component
class DailyTrigger {

  private final Installation installation;
  private final BusinessDays days;
  private final BusinessTime time;
  private final LocalTime turnsAt;
  private volatile boolean ready;

  DailyTrigger(
      Installation installation,
      BusinessDays days,
      BusinessTime time,
      BusinessDaySettings settings) {
    this.installation = installation;
    this.days = days;
    this.time = time;
    this.turnsAt = settings.dayTurnsAt();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    ready = true;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
  void look() {
    if (ready && !installation.demo()) {
      LocalDateTime now = LocalDateTime.now(time);
      boolean begun = !now.toLocalTime().isBefore(turnsAt);
      days.catchUp(begun ? now.toLocalDate() : now.toLocalDate().minusDays(1));
    }
  }
}
