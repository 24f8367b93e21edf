package io.dunwell.dunning;

import io.dunwell.dunning.AccountFacts.OpenCase;
import io.dunwell.dunning.Decision.Act;
import io.dunwell.dunning.Decision.Verdict;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Books;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers, by the very rules of the daily run, why an invoice is or is not chased. */
@Service
@Transactional(readOnly = true)
public class Why {

  private final OpenItems items;
  private final AccountReader accounts;
  private final Customers customers;

  Why(OpenItems items, AccountReader accounts, Customers customers) {
    this.items = items;
    this.accounts = accounts;
    this.customers = customers;
  }

  /**
   * Why the invoice is or is not chased on that day.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  public WhyView of(String invoiceNumber, LocalDate day) {
    List<ItemView> parts = items.ofDocuments(List.of(invoiceNumber));
    if (parts.isEmpty()) {
      throw new RuleViolation("invoice.unknown", "There is no invoice " + invoiceNumber + ".");
    }
    AccountKey key = parts.get(0).account();
    AccountFacts facts = accounts.read(List.of(key), day, Books.current().live()).get(0);
    Decision decision = ChaseRules.decide(facts);
    Set<Object> ids = parts.stream().map(part -> part.id().value()).collect(Collectors.toSet());
    List<WhyView.Item> open =
        decision.verdicts().stream()
            .filter(verdict -> ids.contains(verdict.item().item()))
            .map(verdict -> item(verdict, decision))
            .toList();
    return view(invoiceNumber, customers.view(key.customer()), decision, open);
  }

  /** For every open item of the account, why it is or is not chased on that day, in a sentence. */
  public Map<UUID, String> sentences(AccountKey account, LocalDate day) {
    Map<UUID, String> sentences = new HashMap<>();
    for (AccountFacts facts : accounts.read(List.of(account), day, Books.current().live())) {
      Decision decision = ChaseRules.decide(facts);
      decision
          .verdicts()
          .forEach(v -> sentences.put(v.item().item(), reason(v, decision).sentence()));
    }
    return sentences;
  }

  private static WhyView view(
      String number, CustomerView customer, Decision decision, List<WhyView.Item> items) {
    WhyView.Item telling = telling(items);
    return new WhyView(
        number,
        customer.number(),
        customer.name(),
        decision.facts().currency().getCurrencyCode(),
        decision.facts().day(),
        telling != null && telling.code().equals("chased"),
        telling == null ? "item.settled" : telling.code(),
        telling == null ? "Nothing of this invoice is open." : telling.sentence(),
        items,
        standing(decision));
  }

  /** One that is chased, else the oldest. */
  private static WhyView.@Nullable Item telling(List<WhyView.Item> items) {
    return items.stream()
        .filter(item -> item.code().equals("chased"))
        .findFirst()
        .or(() -> items.stream().findFirst())
        .orElse(null);
  }

  private static WhyView.Item item(Verdict verdict, Decision decision) {
    ItemFacts item = verdict.item();
    Level next = item.next();
    Reason reason = reason(verdict, decision);
    return new WhyView.Item(
        item.dueOn(),
        item.daysOverdue(decision.facts().day()),
        item.open().text(),
        item.chaseable().text(),
        item.level(),
        item.policy().name(),
        item.policy().version(),
        next == null ? null : next.level(),
        next == null ? null : ChaseRules.meaningOf(item, decision.facts()).stage().name(),
        ItemRules.nextStepOn(item),
        reason.code(),
        reason.sentence());
  }

  private static Reason reason(Verdict verdict, Decision decision) {
    if (verdict.reason() != null) {
      return verdict.reason();
    }
    Act act = decision.act();
    if (act == null) {
      return decision.reason() == null ? new Reason("none", "") : decision.reason();
    }
    return new Reason(
        "chased",
        Words.sentence(
            "It is %s overdue and climbs to level %s; the account gets its step %s (%s) on %s.",
            Words.days(verdict.item().daysOverdue(decision.facts().day())),
            verdict.item().level() + 1,
            act.stage(),
            act.level().stage().words(),
            decision.facts().day()));
  }

  private static WhyView.AccountStanding standing(Decision decision) {
    AccountFacts facts = decision.facts();
    Act act = decision.act();
    Reason reason =
        act == null && decision.reason() != null
            ? decision.reason()
            : new Reason("chased", "The account is addressed on this day.");
    OpenCase open = facts.openCase();
    return new WhyView.AccountStanding(
        reason.code(),
        reason.sentence(),
        facts.lastActOn(),
        facts.policy().minimumInterval(),
        facts.unapplied().text(),
        facts.credited().text(),
        open == null ? null : open.id());
  }
}
