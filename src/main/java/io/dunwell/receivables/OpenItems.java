package io.dunwell.receivables;

import io.dunwell.ledger.Entry;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.Posting;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers owe: documents, the items that they open, and what is left of each. */
@Service
@Transactional
public class OpenItems {

  private final OpeningTables tables;
  private final ItemReader items;
  private final ItemSearch search;
  private final Settling settling;
  private final Accounts accounts;
  private final Customers customers;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;

  OpenItems(
      OpeningTables tables,
      ItemReader items,
      ItemSearch search,
      Settling settling,
      Accounts accounts,
      Customers customers,
      Ledger ledger,
      ApplicationEventPublisher events) {
    this.tables = tables;
    this.items = items;
    this.search = search;
    this.settling = settling;
    this.accounts = accounts;
    this.customers = customers;
    this.ledger = ledger;
    this.events = events;
  }

  /**
   * Records a document and opens an item for each of its instalments.
   *
   * @throws RuleViolation {@code document.already-exists}, {@code customer.unknown}
   */
  public DocumentId open(NewDocument document, Actor by) {
    return openAll(List.of(document), by).get(0);
  }

  /** {@link #open} for many documents at once, all or none; the ids come in the same order. */
  public List<DocumentId> openAll(List<NewDocument> documents, Actor by) {
    if (documents.isEmpty()) {
      return List.of();
    }
    Map<CustomerId, PaymentTerms> terms = termsOf(documents);
    List<Opening> openings = new ArrayList<>(documents.size());
    for (NewDocument document : documents) {
      openings.add(Opening.of(document, terms.get(document.customer())));
    }
    accounts.ensure(documents.stream().map(NewDocument::account).collect(Collectors.toSet()));
    tables.write(openings, by);
    ledger.recordAll(openings.stream().map(each -> each.entry(by)).toList());
    openings.stream().flatMap(each -> each.events().stream()).forEach(events::publishEvent);
    audit(documents, by);
    return openings.stream().map(Opening::id).toList();
  }

  /**
   * The item as it stands.
   *
   * @throws RuleViolation {@code item.unknown}
   */
  @Transactional(readOnly = true)
  public ItemView view(ItemId id) {
    List<ItemView> found = items.byIds(Set.of(id));
    if (found.isEmpty()) {
      throw new RuleViolation("item.unknown", "There is no open item " + id + ".");
    }
    return found.get(0);
  }

  /** Those of the items that exist. */
  @Transactional(readOnly = true)
  public Map<ItemId, ItemView> views(Collection<ItemId> ids) {
    return items.byIds(ids).stream().collect(Collectors.toMap(ItemView::id, Function.identity()));
  }

  /** The customer's items in all currencies, oldest due first. */
  @Transactional(readOnly = true)
  public List<ItemView> ofCustomer(CustomerId customer, boolean openOnly) {
    return items.ofCustomer(customer, openOnly);
  }

  /** The account's items of which something is left, oldest due first. */
  @Transactional(readOnly = true)
  public List<ItemView> openOf(AccountKey account) {
    return items.ofCustomer(account.customer(), true).stream()
        .filter(each -> each.account().equals(account))
        .toList();
  }

  /**
   * The items of the documents with these numbers, oldest due first; unknown numbers are left out.
   */
  @Transactional(readOnly = true)
  public List<ItemView> ofDocuments(Collection<String> numbers) {
    return items.ofDocuments(numbers);
  }

  /** A page of the items that the filter lets through, the oldest due first. */
  @Transactional(readOnly = true)
  public Page<ItemView> find(ItemFilter filter, int page, int size) {
    return search.find(filter, page, size);
  }

  @Transactional(readOnly = true)
  public Optional<DocumentSummary> byNumber(String number) {
    return items.summaries(Set.of(number)).stream().findFirst();
  }

  /** The documents with these numbers; unknown numbers are left out. */
  @Transactional(readOnly = true)
  public Map<String, DocumentSummary> byNumbers(Collection<String> numbers) {
    return items.summaries(numbers).stream()
        .collect(Collectors.toMap(DocumentSummary::number, Function.identity()));
  }

  /**
   * Records acts that change what is left of items; one whose key the ledger knows changes nothing.
   * The caller holds the locks of their accounts. For {@code receipts} only: everyone else goes
   * through its services.
   *
   * @throws RuleViolation {@code item.not-enough} if an item would cross zero on any day
   */
  public void settleAll(List<Settlement> settlements, Actor by) {
    if (settlements.isEmpty()) {
      return;
    }
    Set<String> left =
        new HashSet<>(ledger.recordNew(settlements.stream().map(each -> entry(each, by)).toList()));
    settling.apply(settlements.stream().filter(each -> left.remove(each.key())).toList());
  }

  /**
   * Takes back the act recorded under {@code key}; the settlement says under which key, from which
   * day, and what that does to the items. The ledger knows the other postings. Once more under the
   * same key, it changes nothing.
   */
  public void reverse(String key, Settlement reversal, Actor by) {
    if (ledger.reverseNew(key, reversal.key(), reversal.effectiveOn(), by)) {
      settling.apply(List.of(reversal));
    }
  }

  private static Entry entry(Settlement settlement, Actor by) {
    List<Posting> postings = new ArrayList<>();
    for (Settlement.Move move : settlement.moves()) {
      postings.add(move.posting());
    }
    postings.addAll(settlement.others());
    LocalDate on = settlement.effectiveOn();
    return new Entry(settlement.key(), settlement.reason(), on, by, postings, null);
  }

  /** One act, however many documents it brings: each row says itself who recorded it and when. */
  private void audit(List<NewDocument> documents, Actor by) {
    NewDocument first = documents.get(0);
    Map<String, String> details =
        Map.of(
            "source", first.source(),
            "count", String.valueOf(documents.size()),
            "last", documents.get(documents.size() - 1).number());
    events.publishEvent(new Auditable(by, "document.opened", "document", first.number(), details));
  }

  private Map<CustomerId, PaymentTerms> termsOf(List<NewDocument> documents) {
    Set<CustomerId> ids = documents.stream().map(NewDocument::customer).collect(Collectors.toSet());
    Map<CustomerId, PaymentTerms> terms = customers.terms(ids);
    if (terms.size() < ids.size()) {
      throw new RuleViolation(
          "customer.unknown", "One of the customers does not exist. Register the customer first.");
    }
    return terms;
  }
}
