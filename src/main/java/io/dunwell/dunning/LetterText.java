package io.dunwell.dunning;

import io.dunwell.correspondence.Addressee;
import io.dunwell.correspondence.LetterFacts;
import io.dunwell.correspondence.LetterLine;
import io.dunwell.dunning.Decision.Act;
import io.dunwell.dunning.Decision.Line;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerView;
import io.dunwell.shared.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a letter says about an account, taken from the decision that it announces. */
final class LetterText {

  private LetterText() {}

  static LetterFacts of(Decision decision, CustomerView customer, Charges charges) {
    AccountFacts facts = decision.facts();
    Act act = Objects.requireNonNull(decision.act());
    return new LetterFacts(
        addressee(customer),
        act.lines().stream().filter(line -> asked(line, act)).map(l -> line(l, facts)).toList(),
        act.lines().stream().filter(line -> !asked(line, act)).map(l -> line(l, facts)).toList(),
        held(facts),
        act.stage() == 0 ? List.of() : notDue(facts, act),
        facts.credits().stream().map(LetterText::credit).toList(),
        facts.unapplied(),
        charges.fee(),
        charges.interest(),
        null,
        null);
  }

  private static boolean asked(Line line, Act act) {
    return line.raised() || act.stage() == 0;
  }

  private static Addressee addressee(CustomerView customer) {
    String attention =
        customer.contact(ContactRole.ACCOUNTS_PAYABLE).map(Contact::name).orElse(null);
    return Addressee.of(customer, attention);
  }

  private static LetterLine line(Line line, AccountFacts facts) {
    return line(line.item(), line.open(), line.level(), null, facts);
  }

  private static List<LetterLine> held(AccountFacts facts) {
    return facts.items().stream()
        .filter(item -> item.hold() != null)
        .map(item -> line(item, heldPart(item), item.level(), null, facts))
        .toList();
  }

  private static Money heldPart(ItemFacts item) {
    return item.open().minus(item.chaseable());
  }

  /** What is not due yet and not held; a statement shows it too. */
  private static List<LetterLine> notDue(AccountFacts facts, Act act) {
    return facts.items().stream()
        .filter(item -> item.daysOverdue(facts.day()) <= 0 && item.chaseable().isPositive())
        .filter(
            item -> act.lines().stream().noneMatch(line -> line.item().item().equals(item.item())))
        .map(item -> line(item, item.chaseable(), item.level(), null, facts))
        .toList();
  }

  private static LetterLine line(
      ItemFacts item, Money open, int level, @Nullable String remark, AccountFacts facts) {
    return new LetterLine(
        item.label(),
        item.issuedOn(),
        item.dueOn(),
        item.daysOverdue(facts.day()),
        item.amount(),
        open,
        level,
        remark);
  }

  private static LetterLine credit(AccountFacts.Credit credit) {
    return new LetterLine(
        credit.number(),
        credit.issuedOn(),
        credit.issuedOn(),
        0,
        credit.open().negated(),
        credit.open().negated(),
        0,
        null);
  }
}
