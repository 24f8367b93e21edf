package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.CaseView;
import io.dunwell.dunning.Cases;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.ContactEntry;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Contacts;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code recordLegalReferral}, which follows {@code prepareLegalReferral}. */
@Component("recordLegalReferral")
class RecordLegalReferral implements JavaDelegate, HumanDecision {

  private final Contacts contacts;
  private final Cases cases;
  private final FormSheet sheet;
  private final Clock clock;

  RecordLegalReferral(Contacts contacts, Cases cases, FormSheet sheet, Clock clock) {
    this.contacts = contacts;
    this.cases = cases;
    this.sheet = sheet;
    this.clock = clock;
  }

  @Override
  public String task() {
    return "prepareLegalReferral";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    CaseView view = cases.view(CaseId.of(task.businessKey()));
    Map<String, Object> facts = new HashMap<>(sheet.of(task));
    facts.put("decidedBy", Objects.requireNonNullElse(view.legalDecidedBy(), "nobody yet"));
    facts.put("decidedOn", String.valueOf(view.legalDecidedOn()));
    facts.put("dossierLink", "/api/dossiers/" + view.id());
    return facts;
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    noteIn(answer);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    CaseId id = CollectionCase.idOf(execution);
    AccountKey account = cases.account(id);
    contacts.log(
        new ContactEntry(
            account.customer(),
            account.currency(),
            id.value(),
            ContactKind.OTHER,
            ContactOutcome.OTHER,
            null,
            noteIn(answered.answer()),
            LocalDate.now(clock),
            null),
        answered.by());
  }

  private static String noteIn(Answer answer) {
    String lawyer = answer.text("lawyer", "Say who takes the case over.");
    return "Handed over to "
        + lawyer
        + answer.text("reference").map(reference -> ", reference " + reference).orElse("")
        + answer.text("note").map(note -> ": " + note).orElse("");
  }
}
