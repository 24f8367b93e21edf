package io.dunwell.exchange;

import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.ContractVersion;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.TermsCheck;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Agrees on contracts. Those that are there and differ wait for a person: keep or amend. */
@Component
class ContractBooking implements Booking<ContractRows.Row> {

  private static final Map<String, ProfileField> FIELDS =
      Map.of(
          "taxScheme", ProfileField.TAX_SCHEME,
          "placeOfSupply", ProfileField.PLACE_OF_SUPPLY,
          "currency", ProfileField.CURRENCY);

  private final Contracts contracts;
  private final TermsCheck check;
  private final Customers customers;
  private final Decisions decisions;
  private final Clock clock;

  ContractBooking(
      Contracts contracts,
      TermsCheck check,
      Customers customers,
      Decisions decisions,
      Clock clock) {
    this.contracts = contracts;
    this.check = check;
    this.customers = customers;
    this.decisions = decisions;
    this.clock = clock;
  }

  @Override
  public Reader<ContractRows.Row> reader(Mapping mapping, ImportKind kind) {
    return ContractRows::read;
  }

  @Override
  public void book(Run run, List<Read<ContractRows.Row>> rows, Tally tally) {
    List<ContractRows.Row> good = rows.stream().map(Read::value).filter(Objects::nonNull).toList();
    Set<String> numbers = good.stream().map(ContractRows.Row::number).collect(Collectors.toSet());
    Map<String, ContractView> known = contracts.latestByNumbers(numbers);
    Map<String, CustomerId> ids =
        customers.idsByNumber(
            good.stream().map(ContractRows.Row::customer).collect(Collectors.toSet()));
    Set<String> decided = decisions.among(numbers);
    Set<String> seen = run.dryRun() ? run.seen().keySet() : new HashSet<>();
    List<NewContract> wanted = new ArrayList<>();
    for (Read<ContractRows.Row> each : rows) {
      ContractRows.Row row = each.value();
      ContractView there = row == null ? null : known.get(row.number());
      if (row == null) {
        tally.rejected(each.row());
      } else if (there != null) {
        again(each.row(), row, there, ids.get(row.customer()), decided, tally);
      } else if (seen.contains(row.number())) {
        tally.rejected(
            each.row(),
            ProfileField.CONTRACT_NUMBER,
            "contract.twice-in-file",
            "Another row of this file is contract %s. Leave one of them out."
                .formatted(row.number()));
      } else {
        NewContract contract = contract(each.row(), row, ids.get(row.customer()), tally);
        if (contract != null) {
          remember(run, seen, row.number(), each.row());
          wanted.add(contract);
          tally.accepted(each.row(), null);
        }
      }
    }
    if (!run.dryRun() && !wanted.isEmpty()) {
      contracts.agreeAll(wanted, run.by());
    }
  }

  /** Amends the contract to what the file says, from today on; its prices stay. */
  void amend(ContractRows.Row row, String reason, Actor by) {
    ContractView there = contracts.latestByNumbers(Set.of(row.number())).get(row.number());
    if (there == null) {
      throw new RuleViolation("contract.unknown", "There is no contract " + row.number() + ".");
    }
    List<ContractVersion> versions = contracts.versions(there.id());
    LocalDate latest = versions.get(versions.size() - 1).effectiveOn();
    LocalDate today = LocalDate.now(clock);
    ContractTerms terms = row.terms().withPrices(there.priceLines());
    contracts.amend(there.id(), terms, latest.isAfter(today) ? latest : today, reason, by);
  }

  /** What a decision about the row is remembered by. */
  static String content(ContractRows.Row row) {
    return "contract|" + row;
  }

  private @Nullable NewContract contract(
      RowCells cells, ContractRows.Row row, @Nullable CustomerId customer, Tally tally) {
    if (customer == null) {
      tally.rejected(
          cells,
          ProfileField.CUSTOMER_NUMBER,
          "customer.unknown",
          "There is no customer %s. Correct the number, or import the customer first."
              .formatted(row.customer()));
      return null;
    }
    try {
      check.refuse(row.terms(), List.of());
      return new NewContract(row.number(), customer, row.currency(), row.terms());
    } catch (RuleViolation refusal) {
      tally.rejected(cells, field(refusal), refusal.code(), refusal.sentence());
      return null;
    }
  }

  /** Prices come by other ways, so only what the row says is compared. */
  private void again(
      RowCells cells,
      ContractRows.Row row,
      ContractView there,
      @Nullable CustomerId customer,
      Set<String> decided,
      Tally tally) {
    ContractTerms agreed = there.asTerms().withPrices(List.of());
    boolean partners = there.customer().equals(customer) && there.currency().equals(row.currency());
    if (decided.contains(content(row)) || (partners && agreed.equals(row.terms()))) {
      tally.duplicate();
    } else if (!partners) {
      tally.rejected(
          cells,
          ProfileField.CONTRACT_NUMBER,
          "contract.differs",
          "There is a contract %s already, with another customer or in another currency, which never changes. Give this one another number."
              .formatted(row.number()));
    } else if (!wrong(cells, row.terms(), agreed, tally)) {
      tally.conflict(
          cells,
          row,
          ProfileField.CONTRACT_NUMBER,
          row.number(),
          "contract.conflict",
          "The contract says otherwise: %s. Keep it, or amend it to what the file says."
              .formatted(differences(agreed, row.terms())));
    }
  }

  private boolean wrong(RowCells cells, ContractTerms wanted, ContractTerms agreed, Tally tally) {
    try {
      check.refuse(wanted, List.of(agreed));
      return false;
    } catch (RuleViolation refusal) {
      tally.rejected(cells, field(refusal), refusal.code(), refusal.sentence());
      return true;
    }
  }

  private static ProfileField field(RuleViolation refusal) {
    ProfileField field =
        refusal instanceof MalformedValue malformed ? FIELDS.get(malformed.field()) : null;
    return field == null ? ProfileField.CONTRACT_NUMBER : field;
  }

  private static String differences(ContractTerms agreed, ContractTerms file) {
    return agreed.differencesTo(file).entrySet().stream()
        .map(each -> words(each.getKey()) + " " + each.getValue())
        .collect(Collectors.joining("; "));
  }

  /** {@code paymentTerms} as people write it. */
  private static String words(String term) {
    return term.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static void remember(Run run, Set<String> seen, String number, RowCells row) {
    if (run.dryRun()) {
      run.seen().put(number, new Run.Seen(row.number(), 0));
    } else {
      seen.add(number);
    }
  }
}
