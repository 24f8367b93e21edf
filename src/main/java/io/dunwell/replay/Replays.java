package io.dunwell.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.dunning.Policies;
import io.dunwell.exchange.HistoricLedger;
import io.dunwell.exchange.HistoricLedgers;
import io.dunwell.exchange.ImportProblem;
import io.dunwell.platform.BooksDatabases;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Replays of historic ledgers. Each has a database of its own on the same server, which is kept for
 * reading until it is dropped by hand; the live ledger is never touched.
 */
@Service
public class Replays {

  private final ReplayRows rows;
  private final ReplayRunner runner;
  private final BooksDatabases databases;
  private final HistoricLedgers histories;
  private final Policies policies;
  private final ApplicationEventPublisher events;
  private final ObjectMapper json;

  Replays(
      ReplayRows rows,
      ReplayRunner runner,
      BooksDatabases databases,
      HistoricLedgers histories,
      Policies policies,
      ApplicationEventPublisher events,
      ObjectMapper json) {
    this.rows = rows;
    this.runner = runner;
    this.databases = databases;
    this.histories = histories;
    this.policies = policies;
    this.events = events;
    this.json = json;
  }

  /**
   * Reads the file and starts the replay in the background.
   *
   * @throws RuleViolation {@code replay.period} if it ends before it begins, {@code replay.nothing}
   *     if the file holds no readable row, or what the profile or the policy refuses
   */
  public ReplayId start(ReplayRequest request, Actor by) {
    if (request.to().isBefore(request.from())) {
      throw new RuleViolation(
          "replay.period", "The replay would end before it begins. Exchange the two days.");
    }
    JsonNode policy = definitionOf(request.policy());
    HistoricLedger ledger = histories.read(request.file(), request.profile());
    if (ledger.rows().isEmpty()) {
      throw new RuleViolation(
          "replay.nothing",
          "The profile %s finds no readable row in %s."
              .formatted(request.profile(), request.fileName()));
    }
    ReplayId id = ReplayId.next();
    databases.create(id.books());
    int rejected = rejected(ledger);
    rows.begin(id, request, ledger.rows().size() + rejected, rejected, by);
    events.publishEvent(
        new Auditable(
            by,
            "replay.started",
            "replay",
            id.value(),
            Map.of("file", request.fileName(), "policy", request.policy())));
    runner.start(
        new Replay(
            id, request, policy, History.of(ledger.rows()), new HashMap<>(), new ArrayList<>()));
    return id;
  }

  private JsonNode definitionOf(String policy) {
    try {
      return json.readTree(policies.newest(policy).definition());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows that something is wrong with and that are not among the good ones. */
  private static int rejected(HistoricLedger ledger) {
    Set<Integer> wrong =
        ledger.problems().stream().map(ImportProblem::row).collect(Collectors.toSet());
    ledger.rows().forEach(good -> wrong.remove(good.row()));
    return wrong.size();
  }

  /**
   * Asks a running replay to stop after the day it is at.
   *
   * @throws RuleViolation {@code replay.not-running}
   */
  public void stop(ReplayId id) {
    view(id);
    if (!rows.requestStop(id)) {
      throw new RuleViolation("replay.not-running", "The replay has ended already.");
    }
  }

  /**
   * Drops a replay and its books.
   *
   * @throws RuleViolation {@code replay.running}
   */
  public void drop(ReplayId id, Actor by) {
    if (view(id).status() == ReplayStatus.RUNNING) {
      throw new RuleViolation("replay.running", "Stop the replay before you drop it.");
    }
    databases.drop(id.books());
    rows.remove(id);
    events.publishEvent(new Auditable(by, "replay.dropped", "replay", id.value(), Map.of()));
  }

  /**
   * A replay as it stands.
   *
   * @throws RuleViolation {@code replay.unknown}
   */
  public ReplayView view(ReplayId id) {
    return find(id)
        .orElseThrow(() -> new RuleViolation("replay.unknown", "There is no such replay."));
  }

  public Optional<ReplayView> find(ReplayId id) {
    return rows.find(id);
  }

  /** The newest first. */
  public List<ReplayView> newestFirst(int page, int size) {
    rows.endAbandoned();
    return rows.newestFirst(size, (long) page * size);
  }

  public long count() {
    return rows.count();
  }
}
