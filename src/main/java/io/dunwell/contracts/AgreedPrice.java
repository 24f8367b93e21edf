package io.dunwell.contracts;

import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.tax.Treatment;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A price line in one version of a contract. */
@Entity
@SuppressWarnings("UnusedVariable") // two columns are only written
@Table(schema = "contracts", name = "price_line")
class AgreedPrice {

  @Id private UUID rowId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "agreement")
  private Agreement agreement;

  private int position;
  private UUID id;
  private String item;
  private String description;
  private String unit;
  private LocalDate validFrom;
  private @Nullable LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private SlabRule slabRule;

  private BigDecimal discountPercent;
  private @Nullable BigDecimal minimumCommitment;
  private String taxCode;
  private boolean service;

  @Enumerated(EnumType.STRING)
  private Treatment treatment;

  @ElementCollection
  @CollectionTable(
      schema = "contracts",
      name = "price_slab",
      joinColumns = @JoinColumn(name = "price_line"))
  @OrderBy("fromQuantity")
  @BatchSize(size = 500)
  private List<AgreedSlab> slabs = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  protected AgreedPrice() {}

  AgreedPrice(Agreement agreement, int position, PriceLine line) {
    this.rowId = Ids.next();
    this.agreement = agreement;
    this.position = position;
    this.id = line.id();
    this.item = line.item();
    this.description = line.description();
    this.unit = line.unit();
    this.validFrom = line.from();
    this.validUntil = line.until();
    this.slabRule = line.slabRule();
    this.discountPercent = line.discountPercent();
    Money commitment = line.minimumCommitment();
    this.minimumCommitment = commitment == null ? null : commitment.amount();
    this.taxCode = line.taxCode();
    this.service = line.service();
    this.treatment = line.treatment();
    line.slabs().forEach(slab -> slabs.add(new AgreedSlab(slab.fromQuantity(), slab.unitPrice())));
  }

  PriceLine line(Currency currency) {
    return new PriceLine(
        id,
        item,
        description,
        unit,
        validFrom,
        validUntil,
        slabs.stream().map(each -> new Slab(each.fromQuantity(), each.unitPrice())).toList(),
        slabRule,
        discountPercent,
        minimumCommitment == null ? null : Money.rounded(minimumCommitment, currency),
        taxCode,
        service,
        treatment);
  }

  /** A slab as it is stored. */
  @Embeddable
  record AgreedSlab(
      @Column(name = "from_quantity") BigDecimal fromQuantity,
      @Column(name = "unit_price") BigDecimal unitPrice) {}
}
