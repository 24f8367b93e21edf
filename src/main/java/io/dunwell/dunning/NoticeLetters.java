package io.dunwell.dunning;

import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.NewLetter;
import io.dunwell.dunning.Decision.Act;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the letters of acts written, all at once. */
@Component
class NoticeLetters {

  static final Written NONE = new Written(null, null);

  private final Letters letters;
  private final Customers customers;

  NoticeLetters(Letters letters, Customers customers) {
    this.letters = letters;
    this.customers = customers;
  }

  /** The letter of an act and where it goes; both null when there is none. */
  record Written(@Nullable UUID letter, @Nullable String address) {}

  Map<CaseId, Written> writeAll(List<Plan> plans, Map<CaseId, Charges> charges) {
    List<Plan> writing =
        plans.stream().filter(plan -> act(plan).level().channel().writesLetter()).toList();
    Map<CustomerId, CustomerView> addressees =
        customers.views(writing.stream().map(NoticeLetters::customerOf).distinct().toList());
    List<NewLetter> drafts = new ArrayList<>();
    for (Plan plan : writing) {
      CustomerView customer = Objects.requireNonNull(addressees.get(customerOf(plan)));
      drafts.add(draft(plan, customer, charges.getOrDefault(plan.caseId(), Charges.none(plan))));
    }
    List<LetterId> ids = letters.writeAll(drafts);
    Map<CaseId, Written> written = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      String address = drafts.get(i).toAddress();
      written.put(writing.get(i).caseId(), new Written(ids.get(i).value(), address));
    }
    return written;
  }

  private static NewLetter draft(Plan plan, CustomerView customer, Charges charges) {
    AccountFacts facts = plan.decision().facts();
    return new NewLetter(
        customer.id(),
        facts.currency(),
        facts.day(),
        act(plan).level().template(),
        customer.language(),
        address(act(plan).level().stage(), customer),
        LetterText.of(plan.decision(), customer, charges),
        plan.by());
  }

  /** An escalation goes to the customer's management, where it is known. */
  private static @Nullable String address(Stage stage, CustomerView customer) {
    String payables = customer.email().orElse(null);
    ContactRole role =
        switch (stage) {
          case MANAGEMENT_ESCALATION -> ContactRole.MANAGEMENT;
          case LEGAL_REFERRAL -> ContactRole.LEGAL;
          default -> ContactRole.ACCOUNTS_PAYABLE;
        };
    String own = customer.contact(role).map(contact -> contact.email()).orElse(null);
    return own == null ? payables : own;
  }

  private static CustomerId customerOf(Plan plan) {
    return new CustomerId(plan.decision().facts().customer());
  }

  private static Act act(Plan plan) {
    return Objects.requireNonNull(plan.decision().act());
  }
}
