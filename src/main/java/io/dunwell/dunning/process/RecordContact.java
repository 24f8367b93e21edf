package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.Customers;
import io.dunwell.party.NamedContact;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code recordContact}, which follows {@code completeContact}. */
@Component("recordContact")
class RecordContact implements JavaDelegate, HumanDecision {

  private final Customers customers;
  private final Cases cases;
  private final CaseLog log;
  private final FormSheet sheet;

  RecordContact(Customers customers, Cases cases, CaseLog log, FormSheet sheet) {
    this.customers = customers;
    this.cases = cases;
    this.log = log;
    this.sheet = sheet;
  }

  @Override
  public String task() {
    return "completeContact";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return sheet.of(task);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    contactIn(answer);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    CaseId id = CollectionCase.idOf(execution);
    NamedContact contact = contactIn(answered.answer());
    customers.nameContact(cases.account(id).customer(), contact, answered.by());
    log.note(id, "Reminders now go to " + words(contact, answered.answer()), answered.by());
  }

  private static NamedContact contactIn(Answer answer) {
    String email = answer.text("email", "Enter the address that reminders should go to.");
    if (!Contact.isEmail(email)) {
      throw new RuleViolation("contact.not-an-address", email + " is not an e-mail address.");
    }
    ContactRole role =
        answer.text("role").isEmpty()
            ? ContactRole.ACCOUNTS_PAYABLE
            : answer.choice("role", ContactRole.class, "Choose what the person does there.");
    return new NamedContact(
        role, answer.text("person").orElse(null), email, answer.text("phone").orElse(null));
  }

  private static String words(NamedContact contact, Answer answer) {
    return contact.email()
        + (contact.name() == null ? "" : " (" + contact.name() + ")")
        + answer.text("note").map(note -> ": " + note).orElse("");
  }
}
