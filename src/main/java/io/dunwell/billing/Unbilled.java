package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Price;
import io.dunwell.contracts.PriceQuestion;
import io.dunwell.contracts.Prices;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was delivered and is not billed, with its age, its value and what stands in the way. */
@Service
@Transactional(readOnly = true)
public class Unbilled {

  private final UnbilledLines lines;
  private final UnbilledPortions portions;
  private final Contracts contracts;
  private final Prices prices;

  Unbilled(UnbilledLines lines, UnbilledPortions portions, Contracts contracts, Prices prices) {
    this.lines = lines;
    this.portions = portions;
    this.contracts = contracts;
    this.prices = prices;
  }

  /** All that was delivered and not billed by the end of that day, the oldest first. */
  public List<UnbilledItem> asOf(LocalDate day) {
    return judged(new UnbilledLines.Asked(day, null, day, null));
  }

  /**
   * The same, looking only at invoices of a window.
   *
   * @param invoicesSince invoices dated before that day are not looked at; null for all
   */
  public List<UnbilledItem> asOf(LocalDate day, @Nullable LocalDate invoicesSince) {
    return judged(new UnbilledLines.Asked(day, invoicesSince, day, null));
  }

  /** {@link #asOf} of some contracts only. */
  public List<UnbilledItem> asOf(LocalDate day, Set<ContractId> of) {
    return judged(new UnbilledLines.Asked(day, null, day, of));
  }

  /**
   * The contracts with something unbilled on a day, in portions that are small enough to be looked
   * at one after the other.
   *
   * @param others contracts that are to be looked at, too
   */
  public List<Set<ContractId>> portions(LocalDate day, Set<ContractId> others) {
    return portions.of(day, others);
  }

  /**
   * What was delivered by a day on these contracts and is not billed today, with what is known of
   * it today. Months end and milestones are reached by that day only.
   */
  List<UnbilledItem> deliveredBy(LocalDate upTo, LocalDate today, Set<ContractId> of) {
    return judged(new UnbilledLines.Asked(today, null, upTo, of)).stream()
        .filter(item -> !item.deliveredOn().isAfter(upTo))
        .toList();
  }

  private List<UnbilledItem> judged(UnbilledLines.Asked asked) {
    LocalDate day = asked.day();
    List<UnbilledLine> open = lines.of(asked);
    Set<ContractId> ids =
        open.stream().map(line -> new ContractId(line.contract())).collect(Collectors.toSet());
    Map<ContractId, ContractView> agreed = contracts.views(ids, day);
    List<Optional<Price>> priced = price(open, agreed, lines.billedOfMonths(asked));
    CausePolicy causes = new CausePolicy(asked.reached(), lines.usedOfOrders(asked));
    List<UnbilledItem> items = new ArrayList<>(open.size());
    for (int i = 0; i < open.size(); i++) {
      UnbilledLine line = open.get(i);
      Price price = priced.get(i).orElse(null);
      ContractView contract = agreed.get(new ContractId(line.contract()));
      boolean marksOnly = line.kind().equals("MILESTONE") && price == null;
      if (contract != null && !marksOnly) {
        items.add(item(line, contract, price, causes, day));
      }
    }
    return items;
  }

  private static UnbilledItem item(
      UnbilledLine line,
      ContractView contract,
      @Nullable Price price,
      CausePolicy causes,
      LocalDate day) {
    Money value = price == null ? null : value(line, price);
    CausePolicy.Finding finding = causes.find(line, contract, value);
    return new UnbilledItem(
        line.root(),
        line.delivery(),
        line.deliveryNumber(),
        line.deliveredOn(),
        line.item(),
        line.description(),
        new CustomerId(line.customer()),
        line.customerNumber(),
        line.customerName(),
        contract.id(),
        contract.number(),
        contract.owner(),
        contract.billingRule(),
        contract.currency().getCurrencyCode(),
        line.quantity(),
        price,
        value,
        finding.cause(),
        finding.why(),
        ChronoUnit.DAYS.between(line.deliveredOn(), day));
  }

  /** Its share of what was priced together. */
  private static Money value(UnbilledLine line, Price price) {
    if (price.quantity().compareTo(line.quantity()) == 0) {
      return price.net();
    }
    return Money.rounded(
        price
            .net()
            .amount()
            .multiply(line.quantity())
            .divide(price.quantity(), 10, RoundingMode.HALF_UP),
        price.net().currency());
  }

  /**
   * Deliveries of a month are priced together where they are billed together: after what is billed
   * of it already, and what a draft bills before the rest.
   */
  private List<Optional<Price>> price(
      List<UnbilledLine> open,
      Map<ContractId, ContractView> agreed,
      Map<UnbilledLines.BilledMonth, BigDecimal> billed) {
    List<Object> groups = open.stream().map(line -> group(line, agreed)).toList();
    Map<Object, BigDecimal> drafted = new HashMap<>();
    Map<Object, BigDecimal> rest = new HashMap<>();
    for (int i = 0; i < open.size(); i++) {
      UnbilledLine line = open.get(i);
      (line.billingOn() == null ? rest : drafted)
          .merge(groups.get(i), line.quantity().abs(), BigDecimal::add);
    }
    List<PriceQuestion> questions = new ArrayList<>(open.size());
    for (int i = 0; i < open.size(); i++) {
      UnbilledLine line = open.get(i);
      BigDecimal before = billed.getOrDefault(groups.get(i), BigDecimal.ZERO);
      BigDecimal onDraft = drafted.getOrDefault(groups.get(i), BigDecimal.ZERO);
      BigDecimal others = rest.getOrDefault(groups.get(i), BigDecimal.ZERO);
      boolean isDrafted = line.billingOn() != null;
      questions.add(
          new PriceQuestion(
              new ContractId(line.contract()),
              line.item(),
              line.deliveredOn(),
              isDrafted ? onDraft : others,
              isDrafted ? before : before.add(onDraft),
              isDrafted ? others : BigDecimal.ZERO));
    }
    return prices.ofAll(questions);
  }

  private static Object group(UnbilledLine line, Map<ContractId, ContractView> agreed) {
    ContractView contract = agreed.get(new ContractId(line.contract()));
    boolean monthly = contract != null && contract.billingRule() == BillingRule.MONTHLY;
    return monthly && line.quantity().signum() > 0
        ? new UnbilledLines.BilledMonth(
            line.contract(), line.item(), YearMonth.from(line.deliveredOn()))
        : line.root();
  }
}
