package io.dunwell.advances;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.PriceLine;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for advances. They are approved and issued like invoices; the invoices that follow on the
 * contract set them off.
 */
@Service
@Transactional
public class Advances {

  private final AdvancePapers papers;
  private final AdvanceBook book;
  private final Contracts contracts;
  private final Clock clock;

  Advances(AdvancePapers papers, AdvanceBook book, Contracts contracts, Clock clock) {
    this.papers = papers;
    this.book = book;
    this.contracts = contracts;
    this.clock = clock;
  }

  /**
   * Drafts an advance on a contract.
   *
   * @param amount before tax, in the contract's currency
   * @throws RuleViolation {@code contract.unknown}, {@code advance.no-price-line}, {@code
   *     advance.not-positive}, {@code advance.foreign-currency}
   */
  public InvoiceId ask(ContractId contract, Money amount, Actor by) {
    return ask(contract, amount, LocalDate.now(clock), null, by);
  }

  /** Drafts the advance that the contract agrees on, for a billing run. */
  public InvoiceId askAgreed(ContractView contract, LocalDate on, UUID run, Actor by) {
    return ask(contract.id(), Objects.requireNonNull(contract.advance()), on, run, by);
  }

  /** Contracts that agree on an advance which nobody has asked for by that day. */
  @Transactional(readOnly = true)
  public List<ContractView> notAsked(LocalDate day) {
    return book.contractsToAsk(day).stream()
        .map(contract -> contracts.view(new ContractId(contract), day))
        .toList();
  }

  /**
   * The advances, drafts first, then the latest.
   *
   * @param contract null for all
   * @param customer null for all
   */
  @Transactional(readOnly = true)
  public List<AdvanceView> list(@Nullable ContractId contract, @Nullable CustomerId customer) {
    return book.list(
        contract == null ? null : contract.value(), customer == null ? null : customer.value());
  }

  /**
   * One advance.
   *
   * @throws RuleViolation {@code advance.unknown}
   */
  @Transactional(readOnly = true)
  public AdvanceView view(InvoiceId id) {
    return book.view(id);
  }

  private InvoiceId ask(
      ContractId contract, Money amount, LocalDate on, @Nullable UUID run, Actor by) {
    ContractView agreed = contracts.view(contract, on);
    if (!amount.isPositive()) {
      throw new RuleViolation("advance.not-positive", "An advance is more than zero.");
    }
    if (!amount.currency().equals(agreed.currency())) {
      throw new RuleViolation(
          "advance.foreign-currency", "The contract is in " + agreed.currency() + ".");
    }
    PriceLine first =
        agreed.priceLines().stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "advance.no-price-line",
                        "The contract has no price line that says how an advance is taxed."));
    return papers.draft(agreed, charge(agreed, first, amount.amount()), run, by);
  }

  private static Charge charge(ContractView agreed, PriceLine first, BigDecimal value) {
    // goods are taxed when they are invoiced (notification 66/2017), services with the advance, too
    return new Charge(
        first.item(),
        "Advance on contract " + agreed.number() + ": " + agreed.title(),
        "OTH",
        BigDecimal.ONE,
        value,
        BigDecimal.ZERO,
        value,
        first.taxCode(),
        first.service(),
        first.service() ? first.treatment().name() : "NON_TAXABLE",
        value,
        BigDecimal.ZERO,
        value,
        null,
        null);
  }
}
