package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.dunning.EscalationDecision;
import io.dunwell.dunning.Escalations;
import io.dunwell.resolution.HoldView;
import io.dunwell.resolution.Holds;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code applyEscalationDecision}, which follows {@code decideEscalation}. */
@Component("applyEscalationDecision")
class ApplyEscalationDecision implements JavaDelegate, HumanDecision {

  private final Escalations escalations;
  private final Cases cases;
  private final Holds holds;
  private final FormSheet sheet;
  private final Clock clock;

  ApplyEscalationDecision(
      Escalations escalations, Cases cases, Holds holds, FormSheet sheet, Clock clock) {
    this.escalations = escalations;
    this.cases = cases;
    this.holds = holds;
    this.sheet = sheet;
    this.clock = clock;
  }

  @Override
  public String task() {
    return "decideEscalation";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    Map<String, Object> facts = new HashMap<>(sheet.of(task));
    List<HoldView> inForce = holdsOf(task);
    facts.put("holds", inForce.stream().map(SheetRows::hold).toList());
    facts.put("holdChoices", inForce.stream().map(SheetRows::choice).toList());
    return facts;
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    escalations.check(
        CaseId.of(task.businessKey()), new EscalationDecision(answer), LocalDate.now(clock));
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    escalations.apply(
        CollectionCase.idOf(execution),
        new EscalationDecision(answered.answer()),
        LocalDate.now(clock),
        answered.by());
  }

  private List<HoldView> holdsOf(TaskView task) {
    var account = cases.account(CaseId.of(task.businessKey()));
    String currency = account.currency().getCurrencyCode();
    return holds.ofCustomer(account.customer()).stream()
        .filter(hold -> hold.inForceOn(LocalDate.now(clock)))
        .filter(hold -> hold.currency() == null || hold.currency().equals(currency))
        .toList();
  }
}
