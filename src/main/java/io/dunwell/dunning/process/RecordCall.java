package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.CallReport;
import io.dunwell.resolution.Calls;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code recordCall}, which takes down what {@code callCustomer} answered. */
@Component("recordCall")
class RecordCall implements JavaDelegate, HumanDecision {

  private final Calls calls;
  private final Cases cases;
  private final FormSheet sheet;
  private final Clock clock;

  RecordCall(Calls calls, Cases cases, FormSheet sheet, Clock clock) {
    this.calls = calls;
    this.cases = cases;
    this.sheet = sheet;
    this.clock = clock;
  }

  @Override
  public String task() {
    return "callCustomer";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return sheet.of(task);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    calls.check(reportOf(task, answer));
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    CallReport report = reportOf(answered.task(), answered.answer());
    calls.record(report, answered.by());
    CollectionCase.CONTACT_WRONG.lend(execution, report.outcome() == ContactOutcome.WRONG_CONTACT);
  }

  private CallReport reportOf(TaskView task, Answer answer) {
    CaseId id = CaseId.of(task.businessKey());
    AccountKey account = cases.account(id);
    return new CallReport(
        account.customer(), account.currency(), id.value(), LocalDate.now(clock), answer);
  }
}
