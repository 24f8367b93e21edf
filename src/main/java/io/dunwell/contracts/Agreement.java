package io.dunwell.contracts;

import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.tax.Supply;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** One version of a contract, whole. */
@Entity
@Table(schema = "contracts", name = "agreement")
class Agreement {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "contract")
  private Contract contract;

  private int number;
  private LocalDate effectiveOn;
  private String reason;
  private String agreedBy;

  @Generated
  @Column(insertable = false, updatable = false)
  private Instant recordedAt;

  private String title;
  private LocalDate validFrom;
  private @Nullable LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private BillingRule billingRule;

  private String paymentTerms;
  private @Nullable String poNumber;
  private @Nullable BigDecimal poCap;
  private @Nullable LocalDate poUntil;
  private String owner;
  private String placeOfSupply;
  private String taxScheme;

  @Enumerated(EnumType.STRING)
  private @Nullable Supply supply;

  private boolean proofRequired;
  private @Nullable BigDecimal advance;

  @OneToMany(mappedBy = "agreement", cascade = CascadeType.PERSIST)
  @OrderBy("position")
  @BatchSize(size = 200)
  private List<AgreedPrice> prices = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected Agreement() {}

  @SuppressWarnings("NullAway.Init")
  Agreement(
      Contract contract,
      int number,
      ContractTerms terms,
      LocalDate effectiveOn,
      String reason,
      Actor by) {
    this.id = Ids.next();
    this.contract = contract;
    this.number = number;
    this.effectiveOn = effectiveOn;
    this.reason = reason;
    this.agreedBy = by.name();
    this.title = terms.title();
    this.validFrom = terms.validFrom();
    this.validUntil = terms.validUntil();
    this.billingRule = terms.billingRule();
    this.paymentTerms = terms.paymentTerms().toString();
    order(terms.purchaseOrder());
    this.owner = terms.owner();
    this.placeOfSupply = terms.placeOfSupply();
    this.taxScheme = terms.taxScheme();
    this.supply = terms.supply();
    this.proofRequired = terms.proofRequired();
    this.advance = terms.advance() == null ? null : terms.advance().amount();
    for (PriceLine line : terms.priceLines()) {
      prices.add(new AgreedPrice(this, prices.size(), line));
    }
  }

  int number() {
    return number;
  }

  LocalDate effectiveOn() {
    return effectiveOn;
  }

  ContractVersion version() {
    return new ContractVersion(effectiveOn, reason, agreedBy, recordedAt, view());
  }

  ContractView view() {
    return new ContractView(
        contract.id(),
        contract.number(),
        number,
        contract.customer(),
        title,
        contract.currency(),
        validFrom,
        validUntil,
        billingRule,
        PaymentTerms.parse(paymentTerms),
        order(),
        prices.stream().map(price -> price.line(contract.currency())).toList(),
        owner,
        placeOfSupply,
        taxScheme,
        supply,
        proofRequired,
        money(advance));
  }

  private void order(@Nullable PurchaseOrder order) {
    if (order != null) {
      poNumber = order.number();
      poCap = order.cap() == null ? null : order.cap().amount();
      poUntil = order.validUntil();
    }
  }

  private @Nullable PurchaseOrder order() {
    return poNumber == null ? null : new PurchaseOrder(poNumber, money(poCap), poUntil);
  }

  private @Nullable Money money(@Nullable BigDecimal amount) {
    return amount == null ? null : Money.rounded(amount, contract.currency());
  }
}
