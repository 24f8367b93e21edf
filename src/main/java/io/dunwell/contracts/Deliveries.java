package io.dunwell.contracts;

import io.dunwell.contracts.events.DeliveryConfirmed;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What went to customers, what came back, and what proves it. Nothing of it is ever changed. */
@Service
@Transactional
public class Deliveries {

  private final DeliveryTables tables;
  private final DeliveryReader reader;
  private final DeliverySearch search;
  private final Returns returns;
  private final DeliveryProofs proofs;
  private final ShipTos shipTos;
  private final AgreedContracts contracts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Deliveries(
      DeliveryTables tables,
      DeliveryReader reader,
      DeliverySearch search,
      Returns returns,
      DeliveryProofs proofs,
      ShipTos shipTos,
      AgreedContracts contracts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tables = tables;
    this.reader = reader;
    this.search = search;
    this.returns = returns;
    this.proofs = proofs;
    this.shipTos = shipTos;
    this.contracts = contracts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Writes a delivery down. It is a fact: that no price is agreed, or the contract is over, is for
   * billing to find, not a reason to refuse it.
   *
   * @throws RuleViolation {@code delivery.number-taken}, {@code contract.unknown}, {@code
   *     delivery.in-future}
   */
  public DeliveryId confirm(NewDelivery delivery, Actor by) {
    return confirmAll(List.of(delivery), by).get(0);
  }

  /** {@link #confirm} for many deliveries, all or none; the ids come in the same order. */
  public List<DeliveryId> confirmAll(List<NewDelivery> wanted, Actor by) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    LocalDate today = LocalDate.now(clock);
    wanted.forEach(each -> refuseFuture(each.deliveredOn(), today));
    contracts.flush();
    Map<ContractId, UUID> customers = customersOf(wanted);
    List<DeliveryTables.Delivery> deliveries =
        wanted.stream().map(each -> delivery(each, customers)).toList();
    tables.write(deliveries, by);
    deliveries.forEach(this::announce);
    audit(wanted, by);
    return deliveries.stream().map(DeliveryTables.Delivery::id).toList();
  }

  /**
   * Takes something back; of a return, delivers it again.
   *
   * @return the delivery that says so
   * @throws RuleViolation {@code delivery-line.unknown}, {@code return.more-than-delivered}, {@code
   *     return.before-delivery}, {@code delivery.in-future}, {@code delivery.number-taken}
   */
  public DeliveryId takeBack(NewReturn wanted, Actor by) {
    refuseFuture(wanted.on(), LocalDate.now(clock));
    return returns.take(wanted, by);
  }

  /**
   * Files a document as proof of a delivery. The same bytes under the same name prove it once.
   *
   * @param name the name to download it with
   * @throws RuleViolation {@code delivery.unknown}, {@code document.…} if it cannot be filed
   */
  public ProofId attachProof(
      DeliveryId delivery, ProofKind kind, String name, byte[] content, Actor by) {
    return proofs.attach(delivery, kind, name, content, by);
  }

  /**
   * Says that a document is no proof after all. It stays filed, and it stays known who attached it.
   *
   * @throws RuleViolation {@code proof.unknown}, {@code proof.no-reason}
   */
  public void withdrawProof(ProofId proof, String reason, Actor by) {
    proofs.withdraw(proof, reason, by);
  }

  /**
   * The delivery.
   *
   * @throws RuleViolation {@code delivery.unknown}
   */
  @Transactional(readOnly = true)
  public DeliveryView view(DeliveryId id) {
    return reader.view(id);
  }

  /** The deliveries with those ids; ids that are none's are left out. */
  @Transactional(readOnly = true)
  public Map<DeliveryId, DeliveryView> views(Collection<DeliveryId> ids) {
    return reader.views(ids);
  }

  /** The delivery with that number. */
  @Transactional(readOnly = true)
  public Optional<DeliveryView> byNumber(String number) {
    return reader.byNumbers(List.of(number.strip())).values().stream()
        .findFirst()
        .map(reader::view);
  }

  /** The ids of the deliveries with those numbers; unknown numbers are left out. */
  @Transactional(readOnly = true)
  public Map<String, DeliveryId> idsByNumber(Collection<String> numbers) {
    return reader.byNumbers(numbers);
  }

  /** Where deliveries went; those that went to the address that is billed are left out. */
  @Transactional(readOnly = true)
  public Map<DeliveryId, ShipTo> shipTos(Collection<DeliveryId> ids) {
    return shipTos.of(ids);
  }

  /** What came back of the delivery and what of that went out again, the earliest first. */
  @Transactional(readOnly = true)
  public List<DeliveryView> returnsOf(DeliveryId id) {
    return reader.returnsOf(id);
  }

  /**
   * A page of the deliveries that the query asks for.
   *
   * @throws RuleViolation {@code delivery.unsortable}
   */
  @Transactional(readOnly = true)
  public Page<DeliverySummary> find(DeliveryQuery query, int page, int size) {
    return search.find(query, page, size);
  }

  private Map<ContractId, UUID> customersOf(List<NewDelivery> wanted) {
    List<UUID> ids = wanted.stream().map(each -> each.contract().value()).distinct().toList();
    Map<ContractId, UUID> customers =
        contracts.customersOf(ids).stream()
            .collect(
                Collectors.toMap(
                    row -> new ContractId(row.getId()), AgreedContracts.CustomerOf::getCustomer));
    if (customers.size() < ids.size()) {
      throw new RuleViolation(
          "contract.unknown", "There is no such contract. Agree on the contract first.");
    }
    return customers;
  }

  private static DeliveryTables.Delivery delivery(
      NewDelivery wanted, Map<ContractId, UUID> customers) {
    List<DeliveryTables.Line> lines = new ArrayList<>();
    for (NewDelivery.Line line : wanted.lines()) {
      lines.add(new DeliveryTables.Line(new DeliveryLineId(Ids.next()), line, null));
    }
    return new DeliveryTables.Delivery(
        new DeliveryId(Ids.next()),
        wanted.number(),
        wanted.contract(),
        customers.getOrDefault(wanted.contract(), wanted.contract().value()),
        wanted.kind(),
        wanted.deliveredOn(),
        null,
        lines,
        wanted.shipTo());
  }

  private void announce(DeliveryTables.Delivery delivery) {
    List<DeliveryLineId> lines = delivery.lines().stream().map(DeliveryTables.Line::id).toList();
    events.publishEvent(
        new DeliveryConfirmed(delivery.id(), delivery.contract(), lines, delivery.on()));
  }

  /** One act, however many deliveries it brings: each row says itself who recorded it and when. */
  private void audit(List<NewDelivery> deliveries, Actor by) {
    String first = deliveries.get(0).number();
    String last = deliveries.get(deliveries.size() - 1).number();
    Map<String, String> details = Map.of("count", String.valueOf(deliveries.size()), "last", last);
    events.publishEvent(new Auditable(by, "delivery.confirmed", "delivery", first, details));
  }

  private static void refuseFuture(LocalDate on, LocalDate today) {
    if (on.isAfter(today)) {
      throw new RuleViolation(
          "delivery.in-future",
          "Nothing is delivered before its day comes; today is " + Words.day(today) + ".");
    }
  }
}
