package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Cases;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.ContactEntry;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Contacts;
import io.dunwell.shared.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Writes into the contact log what a task of a case has brought. */
@Component
class CaseLog {

  private final Cases cases;
  private final Contacts contacts;
  private final Clock clock;

  CaseLog(Cases cases, Contacts contacts, Clock clock) {
    this.cases = cases;
    this.contacts = contacts;
    this.clock = clock;
  }

  void note(CaseId id, String note, Actor by) {
    AccountKey account = cases.account(id);
    contacts.log(
        new ContactEntry(
            account.customer(),
            account.currency(),
            id.value(),
            ContactKind.OTHER,
            ContactOutcome.OTHER,
            null,
            note,
            LocalDate.now(clock),
            null),
        by);
  }
}
