package io.dunwell.contracts;

import io.dunwell.contracts.events.ContractAgreed;
import io.dunwell.contracts.events.ContractAmended;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contracts with customers. An amendment is another version; what was agreed stays readable.
 */
@Service
@Transactional
public class Contracts {

  private final AgreedContracts contracts;
  private final ContractSearch search;
  private final Customers customers;
  private final TermsCheck check;
  private final ApplicationEventPublisher events;

  Contracts(
      AgreedContracts contracts,
      ContractSearch search,
      Customers customers,
      TermsCheck check,
      ApplicationEventPublisher events) {
    this.contracts = contracts;
    this.search = search;
    this.customers = customers;
    this.check = check;
    this.events = events;
  }

  /**
   * Writes a contract down.
   *
   * @throws RuleViolation {@code contract.number-taken}, {@code customer.unknown}, and as {@link
   *     TermsCheck#refuse}
   */
  public ContractId agree(NewContract contract, Actor by) {
    return agreeAll(List.of(contract), by).get(0);
  }

  /** {@link #agree} for many contracts, all or none; the ids come in the same order. */
  public List<ContractId> agreeAll(List<NewContract> wanted, Actor by) {
    refuseTaken(wanted);
    refuseStrangers(wanted);
    check.refuse(wanted.stream().map(NewContract::terms).toList());
    List<ContractId> ids = new ArrayList<>(wanted.size());
    for (NewContract each : wanted) {
      Contract contract = contracts.save(new Contract(Ids.next(), each, by));
      ids.add(contract.id());
      events.publishEvent(new ContractAgreed(contract.id(), each.number(), each.customer()));
      tell(by, "contract.agreed", each.number(), Map.of("title", each.terms().title()));
    }
    contracts.flush();
    return List.copyOf(ids);
  }

  /**
   * Adds a version, in force from a day on, past or future. Of the versions effective by a day the
   * last agreed is in force on it.
   *
   * @throws RuleViolation {@code contract.unknown}, {@code contract.nothing-amended}, {@code
   *     contract.no-reason}, {@code contract.amended-before-it-began}, {@code
   *     contract.foreign-currency}, and as {@link TermsCheck#refuse}
   */
  public void amend(
      ContractId id, ContractTerms terms, LocalDate effectiveOn, String reason, Actor by) {
    Contract contract = contracts.findForChange(id.value()).orElseThrow(() -> unknown(id));
    check.refuse(terms, terms(contract));
    ContractTerms before = contract.latest().view().asTerms();
    contract.amend(terms, effectiveOn, reason, by);
    contracts.flush();
    int version = contract.latest().number();
    Map<String, String> details = new HashMap<>(Amendment.between(before, terms));
    details.put("version", String.valueOf(version));
    details.put("effectiveOn", effectiveOn.toString());
    details.put("reason", reason);
    tell(by, "contract.amended", contract.number(), details);
    events.publishEvent(new ContractAmended(id, version, effectiveOn));
  }

  /**
   * The contract in the version in force on that day; before its first day, in the first.
   *
   * @throws RuleViolation {@code contract.unknown}
   */
  @Transactional(readOnly = true)
  public ContractView view(ContractId id, LocalDate asOf) {
    return existing(id).on(asOf);
  }

  /** {@link #view} for many; ids that are no contract's are left out. */
  @Transactional(readOnly = true)
  public Map<ContractId, ContractView> views(Collection<ContractId> ids, LocalDate asOf) {
    return contracts.findByIdIn(ids.stream().map(ContractId::value).toList()).stream()
        .collect(Collectors.toMap(Contract::id, each -> each.on(asOf)));
  }

  /**
   * Every version of the contract, the first one first.
   *
   * @throws RuleViolation {@code contract.unknown}
   */
  @Transactional(readOnly = true)
  public List<ContractVersion> versions(ContractId id) {
    return existing(id).versions();
  }

  /** The contract with that number in the version in force on that day. */
  @Transactional(readOnly = true)
  public Optional<ContractView> byNumber(String number, LocalDate asOf) {
    return contracts.findByNumber(number.strip()).map(contract -> contract.on(asOf));
  }

  /** The contracts with those numbers as last agreed; unknown numbers are left out. */
  @Transactional(readOnly = true)
  public Map<String, ContractView> latestByNumbers(Collection<String> numbers) {
    return contracts.findByNumberIn(numbers).stream()
        .collect(Collectors.toMap(Contract::number, each -> each.latest().view()));
  }

  /** The customer's contracts in the versions in force on that day, by number. */
  @Transactional(readOnly = true)
  public List<ContractView> ofCustomer(CustomerId customer, LocalDate asOf) {
    return contracts.findByCustomerOrderByNumber(customer.value()).stream()
        .map(contract -> contract.on(asOf))
        .toList();
  }

  /**
   * A page of the contracts that the query asks for.
   *
   * @throws RuleViolation {@code contract.unsortable}
   */
  @Transactional(readOnly = true)
  public Page<ContractSummary> find(ContractQuery query, int page, int size) {
    return search.find(query, page, size);
  }

  private Contract existing(ContractId id) {
    return contracts.findById(id.value()).orElseThrow(() -> unknown(id));
  }

  private static List<ContractTerms> terms(Contract contract) {
    return contract.versions().stream().map(each -> each.contract().asTerms()).toList();
  }

  private void refuseTaken(List<NewContract> wanted) {
    Set<String> numbers = new HashSet<>();
    for (NewContract each : wanted) {
      if (!numbers.add(each.number())) {
        throw taken(each.number());
      }
    }
    contracts.findByNumberIn(numbers).stream()
        .findFirst()
        .ifPresent(
            there -> {
              throw taken(there.number());
            });
  }

  private void refuseStrangers(List<NewContract> wanted) {
    Set<CustomerId> named = wanted.stream().map(NewContract::customer).collect(Collectors.toSet());
    if (customers.terms(named).size() < named.size()) {
      throw new RuleViolation(
          "customer.unknown", "One of the customers does not exist. Register the customer first.");
    }
  }

  private void tell(Actor by, String act, String number, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "contract", number, details));
  }

  private static RuleViolation taken(String number) {
    return new RuleViolation(
        "contract.number-taken", "There is a contract " + number + " already; amend that one.");
  }

  private static RuleViolation unknown(ContractId id) {
    return new RuleViolation("contract.unknown", "There is no contract " + id + ".");
  }
}
