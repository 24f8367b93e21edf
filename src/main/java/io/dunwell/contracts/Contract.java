package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** What was agreed with a customer, in versions of which none ever changes. */
@Entity
@Table(schema = "contracts", name = "contract")
class Contract {

  @Id private UUID id;
  private String number;
  private UUID customer;
  private Currency currency;

  @OneToMany(mappedBy = "contract", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  @BatchSize(size = 200)
  private List<Agreement> agreements = new ArrayList<>();

  @Version
  @Column(name = "lock_version")
  private @Nullable Integer lockVersion;

  @SuppressWarnings("NullAway.Init")
  protected Contract() {}

  Contract(UUID id, NewContract contract, Actor by) {
    this.id = id;
    this.number = contract.number();
    this.customer = contract.customer().value();
    this.currency = contract.currency();
    ContractTerms terms = contract.terms();
    agreements.add(new Agreement(this, 1, terms, terms.validFrom(), "First agreed", by));
  }

  /** Adds a version; those before stay as they are. */
  void amend(ContractTerms terms, LocalDate effectiveOn, String reason, Actor by) {
    terms.requireCurrency(currency);
    if (reason.isBlank()) {
      throw new RuleViolation("contract.no-reason", "Say why the contract is amended.");
    }
    if (terms.equals(latest().view().asTerms())) {
      throw new RuleViolation(
          "contract.nothing-amended", "This is what the contract says already.");
    }
    if (effectiveOn.isBefore(agreements.get(0).effectiveOn())) {
      throw new RuleViolation(
          "contract.amended-before-it-began",
          "The contract began on "
              + Words.day(agreements.get(0).effectiveOn())
              + "; nothing can be amended before that.");
    }
    agreements.add(
        new Agreement(this, latest().number() + 1, terms, effectiveOn, reason.strip(), by));
  }

  /** The version in force on that day: the last agreed of those effective by then. */
  Agreement inForce(LocalDate day) {
    for (int i = agreements.size() - 1; i > 0; i--) {
      if (!agreements.get(i).effectiveOn().isAfter(day)) {
        return agreements.get(i);
      }
    }
    return agreements.get(0);
  }

  ContractView on(LocalDate day) {
    return inForce(day).view();
  }

  List<ContractVersion> versions() {
    return agreements.stream().map(Agreement::version).toList();
  }

  Agreement latest() {
    return agreements.get(agreements.size() - 1);
  }

  ContractId id() {
    return new ContractId(id);
  }

  String number() {
    return number;
  }

  CustomerId customer() {
    return new CustomerId(customer);
  }

  Currency currency() {
    return currency;
  }
}
