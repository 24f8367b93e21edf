package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.CaseView;
import io.dunwell.dunning.Cases;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
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

  private final Cases cases;
  private final CaseLog log;
  private final FormSheet sheet;

  RecordLegalReferral(Cases cases, CaseLog log, FormSheet sheet) {
    this.cases = cases;
    this.log = log;
    this.sheet = sheet;
  }

  @Override
  public String task() {
    return "prepareLegalReferral";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    CaseView view = cases.view(CaseId.of(task.businessKey()));
    LocalDate decidedOn = view.legalDecidedOn();
    Map<String, Object> facts = new HashMap<>(sheet.of(task));
    facts.put("decidedBy", Objects.requireNonNullElse(view.legalDecidedBy(), "nobody yet"));
    facts.put("decidedOn", decidedOn == null ? "no day yet" : Words.day(decidedOn));
    facts.put("openedOn", Words.day(view.openedOn()));
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
    log.note(CollectionCase.idOf(execution), noteIn(answered.answer()), answered.by());
  }

  private static String noteIn(Answer answer) {
    String lawyer = answer.text("lawyer", "Say who takes the case over.");
    return "Handed over to "
        + lawyer
        + answer.text("reference").map(reference -> ", reference " + reference).orElse("")
        + answer.text("note").map(note -> ": " + note).orElse("");
  }
}
