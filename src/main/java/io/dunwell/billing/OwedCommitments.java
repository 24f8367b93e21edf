package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.Commitment;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.PriceLine;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The commitments that no invoice bills yet. One waits while something delivered in its month is
 * still to be billed: only then it is known what is missing.
 */
final class OwedCommitments {

  private static final YearMonth ANY = YearMonth.of(1, 1);
  private static final Set<Cause> ON_ITS_WAY = Set.of(Cause.IN_DRAFT, Cause.IN_APPROVAL);

  private final Map<Commitments.Key, Commitments.Billed> billed;
  private final List<Commitments.Excess> tooMuch;
  private final Map<DraftPlan.Month, List<Commitment>> open = new LinkedHashMap<>();
  private final Map<Commitments.Key, List<UnbilledItem>> items = new HashMap<>();
  private final Map<Commitments.Key, UnbilledItem> cameBack = new HashMap<>();

  OwedCommitments(
      List<Commitment> open,
      Map<Commitments.Key, Commitments.Billed> billed,
      List<UnbilledItem> items,
      List<Commitments.Excess> tooMuch) {
    this.billed = billed;
    this.tooMuch = tooMuch;
    for (Commitment each : open) {
      DraftPlan.Month month = new DraftPlan.Month(each.contract(), each.month());
      this.open.computeIfAbsent(month, key -> new ArrayList<>()).add(each);
    }
    for (UnbilledItem item : items) {
      if (item.isCredit()) {
        cameBack.put(anyMonth(item.contract(), item.item()), item);
      } else {
        this.items
            .computeIfAbsent(
                new Commitments.Key(
                    item.contract().value(), item.item(), YearMonth.from(item.deliveredOn())),
                key -> new ArrayList<>())
            .add(item);
      }
    }
  }

  /** A line that bills what is missing. */
  record Due(Commitment commitment, NewLine line) {}

  /** What the contract's invoice for a month bills beside its deliveries. */
  List<Due> dues(DraftPlan.Month month, List<DraftPlan.Line> lines) {
    List<Due> dues = new ArrayList<>();
    for (Commitment each : open.getOrDefault(month, List.of())) {
      BigDecimal now =
          lines.stream()
              .map(line -> line.line().charge())
              .filter(charge -> charge.item().equals(each.item()))
              .map(Charge::net)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      Money missing = missing(each, now);
      if (missing.isPositive() && hindrance(each) == null) {
        dues.add(new Due(each, line(each, missing)));
      }
    }
    return dues;
  }

  /** The months for which something is missing though nothing is to be billed of deliveries. */
  List<DraftPlan.Group> alone(Collection<DraftPlan.Group> groups) {
    Set<DraftPlan.Month> billedNow =
        groups.stream()
            .map(DraftPlan.Group::month)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return open.keySet().stream()
        .filter(month -> !billedNow.contains(month) && !dues(month, List.of()).isEmpty())
        .map(month -> new DraftPlan.Group(month.contract(), month, List.of()))
        .toList();
  }

  /** What was billed too much, because deliveries were billed later. */
  List<Commitments.Excess> tooMuch() {
    return tooMuch;
  }

  /** What waits, and for what. */
  List<RunReport.LeftOut> waiting() {
    List<RunReport.LeftOut> waiting = new ArrayList<>();
    for (List<Commitment> month : open.values()) {
      for (Commitment each : month) {
        Money missing = missing(each, ready(each));
        UnbilledItem hindrance = hindrance(each);
        if (hindrance != null && missing.isPositive()) {
          waiting.add(waiting(each, missing, hindrance));
        }
      }
    }
    return waiting;
  }

  private Money missing(Commitment commitment, BigDecimal now) {
    BigDecimal before =
        billed.getOrDefault(Commitments.Key.of(commitment), Commitments.Billed.NOTHING).net();
    return commitment
        .amount()
        .minus(Money.rounded(before.add(now), commitment.amount().currency()));
  }

  private BigDecimal ready(Commitment commitment) {
    return ofMonth(commitment).stream()
        .filter(item -> item.cause() == Cause.READY && item.value() != null)
        .map(item -> Objects.requireNonNull(item.value()).amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private @Nullable UnbilledItem hindrance(Commitment commitment) {
    UnbilledItem back = cameBack.get(anyMonth(commitment.contract(), commitment.item()));
    return back != null
        ? back
        : ofMonth(commitment).stream().filter(OwedCommitments::hinders).findFirst().orElse(null);
  }

  private List<UnbilledItem> ofMonth(Commitment commitment) {
    return items.getOrDefault(Commitments.Key.of(commitment), List.of());
  }

  private static boolean hinders(UnbilledItem item) {
    boolean billedBeside = item.cause() == Cause.READY && item.rule() == BillingRule.MONTHLY;
    return !billedBeside && !ON_ITS_WAY.contains(item.cause());
  }

  private static Commitments.Key anyMonth(ContractId contract, String item) {
    return new Commitments.Key(contract.value(), item, ANY);
  }

  private static RunReport.LeftOut waiting(Commitment each, Money missing, UnbilledItem item) {
    return RunReport.LeftOut.of(
        item.worth(BigDecimal.ONE, missing),
        "The minimum commitment of %s waits until what was delivered is billed or credited: %s"
            .formatted(Words.month(each.month()), item.why()));
  }

  private static NewLine line(Commitment commitment, Money missing) {
    PriceLine price = commitment.priceLine();
    BigDecimal amount = missing.amount();
    Charge charge =
        new Charge(
            price.item(),
            price.description() + ": minimum commitment " + Words.month(commitment.month()),
            "OTH",
            BigDecimal.ONE,
            amount,
            BigDecimal.ZERO,
            amount,
            price.taxCode(),
            price.service(),
            price.treatment().name(),
            amount,
            BigDecimal.ZERO,
            amount,
            null,
            commitment.month().atEndOfMonth());
    return new NewLine(Ids.next(), charge, null);
  }
}
