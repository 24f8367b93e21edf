package io.dunwell.einvoice;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends what the portal has not answered yet, again and again with growing pauses. Its thread never
 * works in a replay's books.
 */
@Component
class RegistrationSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(RegistrationSchedule.class);

  private final RegistrationBook book;
  private final Registering registering;
  private final Carriers carriers;
  private final EinvoiceSettings settings;
  private @Nullable ScheduledThreadPoolExecutor thread;

  RegistrationSchedule(
      RegistrationBook book,
      Registering registering,
      Carriers carriers,
      EinvoiceSettings settings) {
    this.book = book;
    this.registering = registering;
    this.carriers = carriers;
    this.settings = settings;
  }

  @EventListener
  void start(ApplicationReadyEvent ready) {
    if (!carriers.any()) {
      return;
    }
    long pause = settings.provider().poll().toMillis();
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "registering"));
    ScheduledFuture<?> rounds =
        started.scheduleWithFixedDelay(this::safely, pause, pause, TimeUnit.MILLISECONDS);
    LOG.info("Invoices are registered at the tax portal; stopped: {}", rounds.isDone());
    thread = started;
  }

  @EventListener
  void stop(ContextClosedEvent closed) throws InterruptedException {
    ScheduledThreadPoolExecutor running = thread;
    if (running != null) {
      running.shutdown();
      running.awaitTermination(settings.provider().timeout().toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void safely() {
    try {
      round();
    } catch (RuntimeException e) {
      LOG.error("Registrations could not be worked on; it is tried again", e);
    }
  }

  /** Sends all that is due, each once. */
  void round() {
    Optional<UUID> due = book.due();
    while (due.isPresent() && !Thread.currentThread().isInterrupted()) {
      send(new InvoiceId(due.get()));
      due = book.due();
    }
  }

  private void send(InvoiceId invoice) {
    try {
      registering.send(invoice, Actor.SYSTEM);
    } catch (RuleViolation refusal) {
      LOG.warn("Invoice {} is not registered: {}", invoice, refusal.getMessage());
    }
  }
}
