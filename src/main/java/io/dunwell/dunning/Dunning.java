package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a case's process asks and does. Each call joins the transaction of the process. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Dunning {

  private final Workbench bench;
  private final Cases cases;
  private final AccountReader accounts;
  private final Workflow workflow;
  private final Clock clock;

  Dunning(Workbench bench, Cases cases, AccountReader accounts, Workflow workflow, Clock clock) {
    this.bench = bench;
    this.cases = cases;
    this.accounts = accounts;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** What the next step of the case depends on, read afresh. */
  public StepFacts facts(CaseId id) {
    return planOf(id).facts();
  }

  /**
   * Does what the stage stands for: the items climb, the letter is written, the charges are posted.
   *
   * @throws IllegalStateException if the rules do not ask for that stage now
   */
  public void act(CaseId id, Stage stage) {
    Plan plan = planOf(id);
    Decision.Act act = plan.decision().act();
    if (act == null || act.level().stage() != stage) {
      throw new IllegalStateException(
          "Case %s is not due for %s: %s".formatted(id, stage, plan.decision().reason()));
    }
    bench.done(plan);
  }

  /**
   * Tells the process of a case with nothing left to collect; a case that goes on hears nothing.
   */
  @Transactional
  public void endIfCleared(CaseId id) {
    UUID customer = cases.lockedAccount(id).customer().value();
    LocalDate today = LocalDate.now(clock);
    if (cases.cleared(today, Set.of(customer)).contains(id)) {
      workflow.tell(RunPlanning.BALANCE_CLEARED, Set.of(id.toString()));
    }
  }

  /** Ends the case. */
  public void close(CaseId id, String reason) {
    cases.close(id, LocalDate.now(clock), reason);
  }

  /** What the cards of the case's tasks say. */
  public TaskSummary taskSummary(CaseId id) {
    return TaskSummary.of(planOf(id).decision().facts());
  }

  private Plan planOf(CaseId id) {
    return bench.planFor(id).orElseGet(() -> decideNow(id));
  }

  /** Outside a run, for example when somebody moves a token, the day is today. */
  private Plan decideNow(CaseId id) {
    List<AccountFacts> facts =
        accounts.read(
            List.of(cases.lockedAccount(id)), LocalDate.now(clock), Books.current().live());
    Plan plan = new Plan(id, ChaseRules.decide(Objects.requireNonNull(facts.get(0))), Actor.SYSTEM);
    bench.lay(List.of(plan));
    return plan;
  }
}
