package io.dunwell.party;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers: registered once under a number, changed, found, never deleted. */
@Service
@Transactional
public class Customers {

  private final CustomerRegister register;
  private final BulkRegistration bulk;
  private final CustomerSearch search;
  private final ApplicationEventPublisher events;

  Customers(
      CustomerRegister register,
      BulkRegistration bulk,
      CustomerSearch search,
      ApplicationEventPublisher events) {
    this.register = register;
    this.bulk = bulk;
    this.search = search;
    this.events = events;
  }

  /**
   * Registers a customer.
   *
   * @throws RuleViolation {@code customer.number-taken}, {@code customer.no-name}, {@code
   *     customer.unheard-of-country}, {@code customer.pan-differs}, or as {@link TaxId#checked}
   */
  public CustomerId register(NewCustomer customer, Actor by) {
    if (register.findByNumber(customer.number().strip()).isPresent()) {
      throw new RuleViolation(
          "customer.number-taken", "There is a customer " + customer.number() + " already.");
    }
    CustomerView view = register.save(Customer.register(customer)).view();
    tell(by, "customer.registered", view.number(), Map.of("name", view.name()));
    return view.id();
  }

  /**
   * Registers those whose numbers are free and leaves the others as they are.
   *
   * @return the id of each, in the order given
   * @throws RuleViolation as {@link #register}, for the first that is wrong
   */
  public List<CustomerId> registerAll(List<NewCustomer> customers, Actor by) {
    List<CustomerView> views =
        customers.stream().map(customer -> Customer.register(customer).view()).toList();
    Map<String, CustomerId> ids = bulk.register(views);
    List<CustomerView> fresh =
        views.stream().filter(view -> view.id().equals(ids.get(view.number()))).toList();
    fresh.forEach(v -> tell(by, "customer.registered", v.number(), Map.of("name", v.name())));
    return views.stream().map(view -> known(ids, view.number())).toList();
  }

  /**
   * Changes a customer.
   *
   * @throws RuleViolation {@code customer.unknown}, or as {@link #register}
   */
  public void change(CustomerId id, CustomerChange change, Actor by) {
    Customer customer = existing(id);
    CustomerView before = customer.view();
    customer.become(change);
    register.save(customer);
    Map<String, String> differences = Differences.between(before, customer.view());
    if (!differences.isEmpty()) {
      tell(by, "customer.changed", before.number(), differences);
    }
  }

  /**
   * Corrects where a contact gets mail; the contact is added if there is none in that role.
   *
   * @throws RuleViolation {@code customer.unknown}, {@code contact.malformed-email}
   */
  public void correctEmail(CustomerId id, ContactRole role, String email, Actor by) {
    Customer customer = existing(id);
    customer.correctEmail(role, email);
    register.save(customer);
    Map<String, String> details = Map.of("role", role.name(), "email", email);
    tell(by, "customer.email-corrected", customer.view().number(), details);
  }

  /**
   * Writes down a contact that somebody has found, and sends the letters there: whoever pays the
   * bills gets the same address.
   *
   * @throws RuleViolation {@code customer.unknown}, {@code contact.malformed-email}
   */
  public void nameContact(CustomerId id, NamedContact contact, Actor by) {
    Customer customer = existing(id);
    CustomerView before = customer.view();
    customer.correct(contact);
    customer.correctEmail(ContactRole.ACCOUNTS_PAYABLE, contact.email());
    register.save(customer);
    Map<String, String> differences = Differences.between(before, customer.view());
    if (!differences.isEmpty()) {
      tell(by, "customer.contact-named", before.number(), differences);
    }
  }

  /**
   * The customer with that id.
   *
   * @throws RuleViolation {@code customer.unknown}
   */
  @Transactional(readOnly = true)
  public CustomerView view(CustomerId id) {
    return existing(id).view();
  }

  /** The customers with those ids; ids that are nobody's are left out. */
  @Transactional(readOnly = true)
  public Map<CustomerId, CustomerView> views(Collection<CustomerId> ids) {
    Map<CustomerId, CustomerView> found = new LinkedHashMap<>();
    for (Customer customer : register.findByIdIn(ids)) {
      CustomerView view = customer.view();
      found.put(view.id(), view);
    }
    return found;
  }

  /** The payment terms of those customers, however many; ids that are nobody's are left out. */
  public Map<CustomerId, PaymentTerms> terms(Collection<CustomerId> ids) {
    return bulk.terms(ids);
  }

  /** The customer with that number. */
  @Transactional(readOnly = true)
  public Optional<CustomerView> byNumber(String number) {
    return register.findByNumber(number).map(Customer::view);
  }

  /** The ids of the customers with those numbers; numbers that are nobody's are left out. */
  @Transactional(readOnly = true)
  public Map<String, CustomerId> idsByNumber(Collection<String> numbers) {
    return bulk.idsByNumber(numbers.toArray(String[]::new));
  }

  /**
   * A page of the customers whose number or name contains the text.
   *
   * @param text null or blank for all
   * @param sort {@code number} (default), {@code name}, {@code country} or {@code collector}
   * @throws RuleViolation {@code customer.unsortable}
   */
  @Transactional(readOnly = true)
  public Page<CustomerView> search(
      @Nullable String text, int page, int size, @Nullable String sort) {
    Page<CustomerId> ids = search.find(text, page, size, sort);
    Map<CustomerId, CustomerView> views = views(ids.content());
    List<CustomerView> content =
        ids.content().stream().flatMap(id -> Optional.ofNullable(views.get(id)).stream()).toList();
    return new Page<>(content, ids.page(), ids.size(), ids.total());
  }

  private Customer existing(CustomerId id) {
    return register
        .findById(id)
        .orElseThrow(() -> new RuleViolation("customer.unknown", "There is no such customer."));
  }

  private static CustomerId known(Map<String, CustomerId> ids, String number) {
    CustomerId id = ids.get(number);
    if (id == null) {
      throw new IllegalStateException("Customer " + number + " vanished");
    }
    return id;
  }

  private void tell(Actor by, String act, String number, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "customer", number, details));
  }
}
