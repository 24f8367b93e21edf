package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.Accounts;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes customers at their word, until the money has come or the day has passed. */
@Service
@Transactional
public class Promises {

  private final GivenPromises promises;
  private final FormerPromises formers;
  private final PromiseHolds promiseHolds;
  private final Holds holds;
  private final Accounts accounts;
  private final ResolutionSettings settings;
  private final ApplicationEventPublisher events;

  Promises(
      GivenPromises promises,
      FormerPromises formers,
      PromiseHolds promiseHolds,
      Holds holds,
      Accounts accounts,
      ResolutionSettings settings,
      ApplicationEventPublisher events) {
    this.promises = promises;
    this.formers = formers;
    this.promiseHolds = promiseHolds;
    this.holds = holds;
    this.accounts = accounts;
    this.settings = settings;
    this.events = events;
  }

  /**
   * Writes the promise down and stops the chase for what was promised, until its last day plus
   * grace. Earlier ones about the same money are replaced, for the last word counts; those about
   * other items, or other sums of the same account, stand beside it.
   *
   * @throws RuleViolation {@code promise.too-far} if it reaches further ahead than the house allows
   */
  public PromiseId promise(NewPromise promise, Actor by) {
    refuseTooFar(promise);
    accounts.lock(promise.customer(), promise.currency());
    Set<UUID> held = formers.makeWayFor(promise, by);
    LocalDate until = promise.lastDay().plusDays(settings.promiseGraceDays());
    List<HoldId> placed = holds.placeAll(promiseHolds.of(promise, until, held), by);
    PromiseView view =
        promises.save(new Promise(promise, placed, settings.promiseGraceDays(), by)).view();
    promises.flush();
    events.publishEvent(
        new Auditable(
            by,
            "promise.made",
            "promise",
            view.id().value().toString(),
            Map.of(
                "customer", promise.customer().value().toString(),
                "amount", promise.total().toString(),
                "payBy", promise.lastDay().toString())));
    return view.id();
  }

  @Transactional(readOnly = true)
  public PromiseView view(PromiseId id) {
    return promises
        .findById(id.value())
        .orElseThrow(
            () -> new RuleViolation("promise.unknown", "There is no promise " + id.value() + "."))
        .view();
  }

  /** Every promise a customer ever gave, the latest first. */
  @Transactional(readOnly = true)
  public List<PromiseView> ofCustomer(CustomerId customer) {
    return promises.findByCustomerOrderByIdDesc(customer.value()).stream()
        .map(Promise::view)
        .toList();
  }

  /** The promises in that state, the latest first. */
  @Transactional(readOnly = true)
  public Page<PromiseView> in(PromiseState state, int page, int size) {
    var found =
        promises.findByStateOrderByIdDesc(state, PageRequest.of(page, size)).map(Promise::view);
    return new Page<>(found.getContent(), page, size, found.getTotalElements());
  }

  private void refuseTooFar(NewPromise promise) {
    LocalDate latest = promise.madeOn().plusDays(settings.longestPromiseDays());
    if (promise.lastDay().isAfter(latest)) {
      throw new RuleViolation(
          "promise.too-far",
          "A promise may reach until "
              + Words.day(latest)
              + "; beyond that, ask for a payment plan.");
    }
  }
}
