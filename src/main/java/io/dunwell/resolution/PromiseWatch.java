package io.dunwell.resolution;

import io.dunwell.resolution.events.PromiseBroken;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was promised with what came, each day before the chase. */
@Service
public class PromiseWatch {

  private final GivenPromises promises;
  private final CashSincePromises cash;
  private final Holds holds;
  private final FollowUps followUps;
  private final ApplicationEventPublisher events;

  PromiseWatch(
      GivenPromises promises,
      CashSincePromises cash,
      Holds holds,
      FollowUps followUps,
      ApplicationEventPublisher events) {
    this.promises = promises;
    this.cash = cash;
    this.holds = holds;
    this.followUps = followUps;
    this.events = events;
  }

  /**
   * Decides each open promise that the day decides: kept, partly kept or broken. Its hold ends, and
   * the collector is told when money is missing. The same day again changes nothing.
   */
  @Transactional
  public void check(LocalDate day) {
    var open = promises.findByStateOrderById(PromiseState.OPEN);
    if (open.isEmpty()) {
      return;
    }
    Map<UUID, Cash> came = cash.upTo(day);
    Set<UUID> owing = cash.owing();
    for (Promise promise : open) {
      UUID id = promise.view().id().value();
      promise.weigh(came.getOrDefault(id, Cash.NONE), owing.contains(id), day);
      promises.save(promise);
      if (!promise.open()) {
        conclude(promise, day);
      }
    }
  }

  private void conclude(Promise promise, LocalDate day) {
    PromiseView view = promise.view();
    holds.releaseAll(promise.holds(), day, "The promise was " + wordFor(view), Actor.SYSTEM);
    events.publishEvent(
        new Auditable(
            Actor.SYSTEM,
            "promise." + view.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            "promise",
            view.id().value().toString(),
            Map.of("customer", view.customer().value().toString(), "on", day.toString())));
    if (view.state() != PromiseState.KEPT) {
      tellCollector(view, day);
    }
  }

  private void tellCollector(PromiseView view, LocalDate day) {
    boolean partly = view.state() == PromiseState.PARTLY_KEPT;
    followUps.add(
        new FollowUps.Wanted(
            view.customer(),
            view.currency(),
            partly ? FollowUpKind.PROMISE_PARTLY : FollowUpKind.PROMISE_BROKEN,
            view.id().value(),
            day,
            BrokenWord.of(view)));
    events.publishEvent(
        new PromiseBroken(
            view.id().value(), view.customer().value(), view.currency(), partly, day));
  }

  private static String wordFor(PromiseView view) {
    return switch (view.state()) {
      case KEPT -> "kept";
      case PARTLY_KEPT -> "kept only partly";
      default -> "broken";
    };
  }
}
