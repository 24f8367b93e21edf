package io.dunwell.exchange;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.ContractVersion;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.TermsCheck;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds prices to contracts. What a file brings for one contract is one amendment, of each version
 * that is in force since the first new price; a later price of an item ends the former the day
 * before.
 */
@Component
class PriceLineBooking implements Booking<PriceLineRow> {

  private final Contracts contracts;
  private final TermsCheck check;

  PriceLineBooking(Contracts contracts, TermsCheck check) {
    this.contracts = contracts;
    this.check = check;
  }

  @Override
  public Reader<PriceLineRow> reader(Mapping mapping, ImportKind kind) {
    return PriceLineRow::read;
  }

  @Override
  public void book(Run run, List<Read<PriceLineRow>> rows, Tally tally) {
    Map<String, ContractView> known =
        contracts.latestByNumbers(
            rows.stream()
                .map(Read::value)
                .filter(Objects::nonNull)
                .map(PriceLineRow::contract)
                .collect(Collectors.toSet()));
    Map<String, Prices> amended =
        Together.within(() -> added(rows, known, tally)); // asks for the rate of a code once
    if (!run.dryRun()) {
      amended.values().stream()
          .filter(prices -> prices.first != null)
          .forEach(prices -> amend(prices, run));
    }
  }

  private Map<String, Prices> added(
      List<Read<PriceLineRow>> rows, Map<String, ContractView> known, Tally tally) {
    Map<String, Prices> amended = new LinkedHashMap<>();
    for (Read<PriceLineRow> each : rows) {
      PriceLineRow row = each.value();
      ContractView contract = row == null ? null : known.get(row.contract());
      if (row == null) {
        tally.rejected(each.row());
      } else if (contract == null) {
        tally.rejected(
            each.row(),
            ProfileField.CONTRACT_NUMBER,
            "contract.unknown",
            "There is no contract %s. Correct the number, or import the contract first."
                .formatted(row.contract()));
      } else {
        Prices prices = amended.computeIfAbsent(row.contract(), number -> new Prices(contract));
        add(each.row(), row, prices, tally);
      }
    }
    return amended;
  }

  /**
   * Amends the contract from the first new price on: every version that is in force since has the
   * prices added, so that an amendment of a later day does not hide them from earlier deliveries.
   */
  private void amend(Prices prices, Run run) {
    ContractId id = prices.contract.id();
    List<LocalDate> begun =
        contracts.versions(id).stream().map(ContractVersion::effectiveOn).sorted().toList();
    LocalDate first = Objects.requireNonNull(prices.first);
    LocalDate from = first.isBefore(begun.get(0)) ? begun.get(0) : first;
    Map<LocalDate, ContractView> inForce = new TreeMap<>();
    inForce.put(from, contracts.view(id, from));
    begun.stream()
        .filter(day -> day.isAfter(from))
        .forEach(day -> inForce.put(day, contracts.view(id, day)));
    Set<Integer> done = new HashSet<>();
    inForce.forEach(
        (day, version) -> {
          if (done.add(version.version())) {
            amend(version, prices.added, day, run);
          }
        });
  }

  private void amend(ContractView version, List<PriceLine> added, LocalDate day, Run run) {
    Prices prices = new Prices(version);
    for (PriceLine line : added) {
      if (!prices.have(line) && prices.fits(line)) {
        prices.add(line);
      }
    }
    if (prices.first != null) {
      contracts.amend(
          version.id(),
          version.asTerms().withPrices(prices.lines),
          day,
          "Prices from a file, " + run.source(),
          run.by());
    }
  }

  private void add(RowCells cells, PriceLineRow row, Prices prices, Tally tally) {
    try {
      PriceLine line = row.line(prices.contract.validFrom(), prices.contract.currency());
      if (prices.have(line)) {
        tally.duplicate();
      } else {
        Optional<String> missing = check.refuse(prices.contract.asTerms(), line);
        prices.add(line);
        missing.ifPresent(each -> cells.notice(ProfileField.TAX_CODE, "tax.rate-missing", each));
        tally.accepted(cells, null);
      }
    } catch (MalformedValue refusal) {
      tally.rejected(
          cells,
          refusal.field().equals("unit") ? ProfileField.UNIT : ProfileField.TAX_CODE,
          refusal.code(),
          refusal.sentence());
    } catch (RuleViolation refusal) {
      tally.rejected(cells, ProfileField.ITEM, refusal.code(), refusal.sentence());
    }
  }

  /** The prices of one contract as they become. */
  private static final class Prices {

    private final ContractView contract;
    private final List<PriceLine> added = new ArrayList<>();
    private List<PriceLine> lines;
    private @Nullable LocalDate first;

    Prices(ContractView contract) {
      this.contract = contract;
      this.lines = contract.priceLines();
    }

    /** Whether the line is there already, be it ended by a later one since. */
    boolean have(PriceLine line) {
      return lines.stream().anyMatch(there -> alike(there, line));
    }

    /**
     * @throws RuleViolation {@code price.differs}, {@code contract.overlapping-prices}
     */
    void add(PriceLine line) {
      List<PriceLine> changed = new ArrayList<>();
      for (PriceLine there : lines) {
        boolean sameItem = there.item().equals(line.item());
        if (sameItem && there.from().equals(line.from())) {
          throw new RuleViolation(
              "price.differs",
              "The contract has another price of "
                  + line.item()
                  + " from that day on. Amend it on its page.");
        }
        boolean ends = sameItem && there.from().isBefore(line.from()) && there.on(line.from());
        changed.add(ends ? there.endingOn(line.from().minusDays(1)) : there);
      }
      changed.add(line);
      ContractTerms checked = contract.asTerms().withPrices(changed);
      lines = checked.priceLines();
      added.add(line);
      first = first == null || line.from().isBefore(first) ? line.from() : first;
    }

    /** Whether the version has no other price of the item from that day on or after it. */
    boolean fits(PriceLine line) {
      return lines.stream()
          .filter(there -> there.item().equals(line.item()))
          .noneMatch(there -> !there.from().isBefore(line.from()) && line.on(there.from()));
    }

    private static boolean alike(PriceLine there, PriceLine line) {
      if (!there.item().equals(line.item()) || !there.from().equals(line.from())) {
        return false;
      }
      PriceLine renamed =
          new PriceLine(
              there.id(),
              line.item(),
              line.description(),
              line.unit(),
              line.from(),
              line.until() == null ? there.until() : line.until(),
              line.slabs(),
              line.slabRule(),
              line.discountPercent(),
              line.minimumCommitment(),
              line.taxCode(),
              line.service(),
              line.treatment());
      return there.equals(renamed);
    }
  }
}
