package io.dunwell.unbilled;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The chases of what is unbilled past its limit: what people answer, and how they stand. */
@Service
@Transactional
public class Chases {

  private static final int FARTHEST_DAYS = 366;

  private final ChaseTable chases;
  private final ChaseBench bench;
  private final ChaseSubjects subjects;
  private final ChaseEnds ends;
  private final Explanations explanations;
  private final Owners owners;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Chases(
      ChaseTable chases,
      ChaseBench bench,
      ChaseSubjects subjects,
      ChaseEnds ends,
      Explanations explanations,
      Owners owners,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.chases = chases;
    this.bench = bench;
    this.subjects = subjects;
    this.ends = ends;
    this.explanations = explanations;
    this.owners = owners;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The chase.
   *
   * @throws RuleViolation {@code unbilled-chase.unknown}
   */
  @Transactional(readOnly = true)
  public ChaseView view(ChaseId id) {
    return bench
        .find(id)
        .or(() -> chases.find(id))
        .orElseThrow(
            () -> new RuleViolation("unbilled-chase.unknown", "There is no chase " + id + "."));
  }

  /** The open chases, by the delivery line that each began with. */
  @Transactional(readOnly = true)
  public Map<UUID, ChaseView> open() {
    Map<UUID, ChaseView> open = new HashMap<>();
    chases.open().forEach(chase -> open.put(chase.item().root(), chase));
    return open;
  }

  /** Whether the delivery has a proof now. */
  @Transactional(readOnly = true)
  public boolean proven(ChaseView chase) {
    return jdbc.sql("select exists (select 1 from contracts.v_proof where delivery = ?)")
        .param(chase.item().delivery())
        .query(Boolean.class)
        .single();
  }

  /**
   * Refuses to call a proof obtained that is not there.
   *
   * @throws RuleViolation {@code unbilled-chase.no-proof}
   */
  @Transactional(readOnly = true)
  public void checkProof(ChaseId id) {
    ChaseView chase = view(id);
    if (!proven(chase)) {
      throw new RuleViolation(
          "unbilled-chase.no-proof",
          "Delivery %s has no proof yet: attach it on the delivery's page first."
              .formatted(chase.item().deliveryNumber()));
    }
  }

  /**
   * Ends the chase because its proof is there.
   *
   * @throws RuleViolation {@code unbilled-chase.no-proof}, {@code unbilled-chase.over}
   */
  public void confirmProof(ChaseId id, Actor by) {
    checkProof(id);
    end(id, Ending.PROOF_OBTAINED);
    tell(by, "unbilled.proof-obtained", view(id), Map.of());
  }

  /**
   * Refuses what cannot be an explanation.
   *
   * @throws RuleViolation {@code unbilled-chase.not-later}, {@code unbilled-chase.too-far}
   */
  public void check(Said said) {
    LocalDate today = LocalDate.now(clock);
    if (!said.until().isAfter(today)) {
      throw new RuleViolation(
          "unbilled-chase.not-later",
          Words.sentence("Name a day after today, %s: until then nobody asks again.", today));
    }
    if (said.until().isAfter(today.plusDays(FARTHEST_DAYS))) {
      throw new RuleViolation(
          "unbilled-chase.too-far", "Name a day within a year: nothing rests longer unasked.");
    }
  }

  /**
   * Takes the owner's explanation down and ends the chase; it is asked again after the day given.
   *
   * @throws RuleViolation as {@link #check}, and {@code unbilled-chase.over}
   */
  public void explain(ChaseId id, Said said, Actor by) {
    say(id, Explanation.Kind.EXPLAINED, said, by);
    end(id, Ending.EXPLAINED);
  }

  /** The same for the manager, who lets it rest until a day. */
  public void accept(ChaseId id, Said said, Actor by) {
    say(id, Explanation.Kind.ACCEPTED, said, by);
    end(id, Ending.ACCEPTED);
  }

  /** The manager asks the owner once more, and is asked again when that day is over. */
  public void askAgain(ChaseId id, Said said, Actor by) {
    say(id, Explanation.Kind.ASKED_AGAIN, said, by);
    waitUntil(id, said.until());
  }

  /** Who may be asked in place of whoever is asked now. */
  @Transactional(readOnly = true)
  public List<Person> candidates() {
    return owners.candidates();
  }

  /**
   * Asks somebody else from now on, and takes down why.
   *
   * @param said why, and by when they are to answer
   * @throws RuleViolation {@code unbilled-chase.nobody-to-ask}, {@code unbilled-chase.same-owner},
   *     {@code unbilled-chase.no-reason}, {@code unbilled-chase.over}
   */
  public void handOn(ChaseId id, String owner, Said said, Actor by) {
    ChaseView chase = view(id);
    Owners.Asked asked = owners.named(owner);
    if (owner.equals(chase.owner())) {
      throw new RuleViolation("unbilled-chase.same-owner", owner + " is asked already.");
    }
    if (said.reason().isBlank()) {
      throw new RuleViolation(
          "unbilled-chase.no-reason", "Say why somebody else is asked: they read it, too.");
    }
    if (!chases.handOn(id, owner, asked.groups())) {
      throw over();
    }
    String from = chase.owner() == null ? String.join(", ", chase.groups()) : chase.owner();
    String sentence = "Handed on from %s to %s: %s".formatted(from, owner, said.reason().strip());
    Said noted = new Said(sentence, said.until());
    explanations.write(chase, Explanation.Kind.HANDED_ON, noted, LocalDate.now(clock), by);
    tell(
        by,
        "unbilled.handed-on",
        chase,
        Map.of("from", from, "to", owner, "reason", said.reason().strip()));
  }

  /** The manager gives until the end of that day, and is asked again after it. */
  public void waitUntil(ChaseId id, LocalDate until) {
    chases.escalateLater(id, until.plusDays(1));
  }

  /** The manager is asked from now on. */
  public void escalate(ChaseId id) {
    chases.escalated(id, LocalDate.now(clock));
    ChaseView chase = view(id);
    tell(Actor.SYSTEM, "unbilled.escalated", chase, Map.of("asked", String.valueOf(chase.owner())));
  }

  /** Ends what is over of the chases that have to do with that delivery or invoice. */
  public void lookAgain(String subject) {
    ends.end(ends.over(subjects.open(subject)));
  }

  private void say(ChaseId id, Explanation.Kind kind, Said said, Actor by) {
    check(said);
    ChaseView chase = view(id);
    explanations.write(chase, kind, said, LocalDate.now(clock), by);
    String act =
        kind == Explanation.Kind.EXPLAINED ? "explained" : Words.of(kind).replace(' ', '-');
    tell(
        by,
        "unbilled." + act,
        chase,
        Map.of("reason", said.reason(), "until", said.until().toString()));
  }

  private void end(ChaseId id, Ending as) {
    if (chases.end(List.of(id), as, LocalDate.now(clock)).isEmpty()) {
      throw over();
    }
  }

  private static RuleViolation over() {
    return new RuleViolation(
        "unbilled-chase.over", "This is over already: it was billed, returned or explained.");
  }

  private void tell(Actor by, String act, ChaseView chase, Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    all.put("item", chase.item().item());
    all.put("customer", chase.item().customerName());
    events.publishEvent(new Auditable(by, act, "delivery", chase.item().deliveryNumber(), all));
  }
}
