package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.Customers;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.ContactEntry;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Contacts;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
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

/** Binds the task {@code recordContact}, which follows {@code completeContact}. */
@Component("recordContact")
class RecordContact implements JavaDelegate, HumanDecision {

  private final Customers customers;
  private final Contacts contacts;
  private final Cases cases;
  private final FormSheet sheet;
  private final Clock clock;

  RecordContact(Customers customers, Contacts contacts, Cases cases, FormSheet sheet, Clock clock) {
    this.customers = customers;
    this.contacts = contacts;
    this.cases = cases;
    this.sheet = sheet;
    this.clock = clock;
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
    emailIn(answer);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    CaseId id = CollectionCase.idOf(execution);
    AccountKey account = cases.account(id);
    String email = emailIn(answered.answer());
    customers.correctEmail(account.customer(), ContactRole.ACCOUNTS_PAYABLE, email, answered.by());
    contacts.log(
        new ContactEntry(
            account.customer(),
            account.currency(),
            id.value(),
            ContactKind.OTHER,
            ContactOutcome.OTHER,
            null,
            "Reminders now go to "
                + email
                + answered.answer().text("note").map(note -> ": " + note).orElse(""),
            LocalDate.now(clock),
            null),
        answered.by());
  }

  private static String emailIn(Answer answer) {
    String email = answer.text("email", "Enter the address that reminders should go to.");
    if (!Contact.isEmail(email)) {
      throw new RuleViolation("contact.not-an-address", email + " is not an e-mail address.");
    }
    return email;
  }
}
