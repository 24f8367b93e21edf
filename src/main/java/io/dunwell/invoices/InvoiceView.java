package io.dunwell.invoices;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A billing document as it stands.
 *
 * @param number null until it is issued
 * @param taxNotes sentences that the law wants, by message key, one a line
 * @param original on a note, the document that it corrects
 * @param reason on a note, why
 * @param issuedBy who had it issued, null until it is
 * @param dueOn when its first instalment is due, null until it is issued
 * @param document the filed PDF, null until it is issued
 * @param letter the letter it went out with, null before
 * @param endedOn when it was cancelled or withdrawn
 * @param endedBecause why it was cancelled or withdrawn
 * @param endedBy who cancelled or withdrew it
 */
public record InvoiceView(
    InvoiceId id,
    InvoiceKind kind,
    InvoiceStatus status,
    @Nullable String number,
    Basis basis,
    Sums sums,
    List<TaxShare> taxes,
    String taxNotes,
    List<LineView> lines,
    @Nullable InvoiceId original,
    @Nullable String reason,
    Preparation preparation,
    @Nullable LocalDate issuedOn,
    @Nullable String issuedBy,
    @Nullable LocalDate dueOn,
    @Nullable UUID document,
    @Nullable UUID letter,
    @Nullable LocalDate endedOn,
    @Nullable String endedBecause,
    @Nullable String endedBy) {

  /** What it comes to; see {@link #total()} and its like for amounts with their currency. */
  public record Sums(
      BigDecimal net,
      BigDecimal tax,
      BigDecimal roundOff,
      BigDecimal total,
      BigDecimal setOff,
      Currency currency) {}

  /**
   * Who made it, and its present version.
   *
   * @param revisedBy who changed it last, null for nobody
   * @param run the billing run that made it, null for none
   * @param splitFrom the first draft that it was a part of, null if it is no part
   * @param edition how often what it says was changed
   * @param revision how often it was submitted
   * @param versionHash the hash of what was submitted last, null before
   * @param submittedOn when that was, null before
   */
  public record Preparation(
      String by,
      LocalDate on,
      @Nullable String revisedBy,
      @Nullable UUID run,
      @Nullable UUID splitFrom,
      int edition,
      int revision,
      @Nullable String versionHash,
      @Nullable LocalDate submittedOn) {}

  public CustomerId customer() {
    return new CustomerId(basis.customer());
  }

  public Currency currency() {
    return sums.currency();
  }

  public Money net() {
    return money(sums.net());
  }

  public Money tax() {
    return money(sums.tax());
  }

  /** What of the taxes is no tax on the supply but was collected at source. */
  public BigDecimal collectedAtSource() {
    return taxes.stream()
        .filter(tax -> tax.component().equals(TaxShare.COLLECTED))
        .map(TaxShare::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public Money roundOff() {
    return money(sums.roundOff());
  }

  public Money total() {
    return money(sums.total());
  }

  public Money setOff() {
    return money(sums.setOff());
  }

  /** What is left to pay once advances are set off. */
  public Money payable() {
    return money(sums.total().subtract(sums.setOff()));
  }

  /** How much more is billed than the contracts say. */
  public Money deviation() {
    return money(
        lines.stream()
            .map(line -> line.charge().deviation())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** A unit price as people read it; it may have more decimals than the currency. */
  public String price(BigDecimal price) {
    BigDecimal bare = price.stripTrailingZeros();
    return bare.scale() <= Math.max(currency().getDefaultFractionDigits(), 0)
        ? Words.amount(money(bare))
        : bare.toPlainString();
  }

  /**
   * Refuses what somebody wants who saw another edition of it.
   *
   * @param seen the edition that was seen, null if nobody looked
   * @throws RuleViolation {@code invoice.changed-meanwhile}
   */
  public void refuseIfChangedSince(@Nullable Integer seen) {
    if (seen != null && seen != preparation.edition()) {
      throw new RuleViolation(
          "invoice.changed-meanwhile",
          "%s changed this after you opened it, so nothing of yours was saved. Look at it again and repeat what is still needed."
              .formatted(
                  preparation.revisedBy() == null ? preparation.by() : preparation.revisedBy()));
    }
  }

  /** An amount in its currency. */
  public Money money(BigDecimal amount) {
    return Money.rounded(amount, sums.currency());
  }
}
