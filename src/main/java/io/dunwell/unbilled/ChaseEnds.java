package io.dunwell.unbilled;

import io.dunwell.billing.Cause;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends chases that are over, whatever their people do, and tells their processes. */
@Component
class ChaseEnds {

  private static final String PROOF_ARRIVED = "proofArrived";
  private static final String NOTHING_LEFT = "nothingLeftToAsk";

  private static final String STATES =
      """
      select c.id, coalesce(r.open, 0) as open, coalesce(r.taken, false) as taken,
             coalesce(r.issued, false) as issued,
             exists (select 1 from contracts.v_proof p where p.delivery = c.delivery) as proven
      from unbilled.chase c
      left join billing.v_root r
        on r.root = c.root and r.root = any(cast(:roots as uuid[]))
      where c.id = any(cast(:ids as uuid[]))
      """;

  private final ChaseTable chases;
  private final Workflow workflow;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ChaseEnds(
      ChaseTable chases,
      Workflow workflow,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.chases = chases;
    this.workflow = workflow;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  private record State(UUID id, BigDecimal open, boolean taken, boolean issued, boolean proven) {}

  /** How each of these open chases is over, without those that are not. */
  Map<ChaseId, Ending> over(Collection<ChaseView> open) {
    Map<ChaseId, Ending> over = new HashMap<>();
    if (open.isEmpty()) {
      return over;
    }
    Map<ChaseId, State> states = new HashMap<>();
    jdbc.sql(STATES)
        .param("roots", ChaseTable.texts(open.stream().map(each -> each.item().root()).toList()))
        .param("ids", ChaseTable.texts(open.stream().map(ChaseView::id).toList()))
        .query(State.class)
        .list()
        .forEach(state -> states.put(new ChaseId(state.id()), state));
    for (ChaseView chase : open) {
      State state = states.get(chase.id());
      Ending ending = state == null ? null : ending(chase, state);
      if (ending != null) {
        over.put(chase.id(), ending);
      }
    }
    return over;
  }

  private static @Nullable Ending ending(ChaseView chase, State state) {
    boolean left = state.open().signum() == chase.item().quantity().signum();
    boolean asksWhyApprovalTakesLong = chase.item().cause() == Cause.IN_APPROVAL;
    if (!left && state.taken() && (state.issued() || !asksWhyApprovalTakesLong)) {
      return Ending.BILLED;
    }
    if (!left && !state.taken()) {
      return Ending.RETURNED;
    }
    return chase.asks() == Asks.PROOF && state.proven() ? Ending.PROOF_OBTAINED : null;
  }

  /**
   * Ends them all and tells their processes, in the caller's transaction. Tasks are locked before
   * chases, as whoever completes one does.
   */
  void end(Map<ChaseId, Ending> endings) {
    if (endings.isEmpty()) {
      return;
    }
    workflow.lockTasks(endings.keySet().stream().map(ChaseId::toString).toList());
    Map<Ending, List<ChaseId>> byEnding = new EnumMap<>(Ending.class);
    endings.forEach(
        (id, ending) -> byEnding.computeIfAbsent(ending, e -> new ArrayList<>()).add(id));
    byEnding.forEach(this::end);
  }

  private void end(Ending ending, List<ChaseId> ids) {
    List<String> ended =
        chases.end(ids, ending, LocalDate.now(clock)).stream().map(ChaseId::toString).toList();
    if (!ended.isEmpty()) {
      workflow.tell(ending == Ending.PROOF_OBTAINED ? PROOF_ARRIVED : NOTHING_LEFT, ended);
      events.publishEvent(
          new Auditable(
              Actor.SYSTEM,
              "unbilled-chase.ended",
              "unbilled-chase",
              ended.get(0),
              Map.of("count", String.valueOf(ended.size()), "as", ending.name())));
    }
  }
}
