package io.dunwell.exchange;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.NewContract;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.RuleViolation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Agrees on contracts. Those that are there are not changed: they are amended on their page. */
@Component
class ContractBooking implements Booking<ContractRows.Row> {

  private final Contracts contracts;
  private final Customers customers;

  ContractBooking(Contracts contracts, Customers customers) {
    this.contracts = contracts;
    this.customers = customers;
  }

  @Override
  public Reader<ContractRows.Row> reader(Mapping mapping, ImportKind kind) {
    return ContractRows::read;
  }

  @Override
  public void book(Run run, List<Read<ContractRows.Row>> rows, Tally tally) {
    List<ContractRows.Row> good = rows.stream().map(Read::value).filter(Objects::nonNull).toList();
    Map<String, ContractView> known =
        contracts.latestByNumbers(
            good.stream().map(ContractRows.Row::number).collect(Collectors.toSet()));
    Map<String, CustomerId> ids =
        customers.idsByNumber(
            good.stream().map(ContractRows.Row::customer).collect(Collectors.toSet()));
    Set<String> seen = run.dryRun() ? run.seen().keySet() : new HashSet<>();
    List<NewContract> wanted = new ArrayList<>();
    for (Read<ContractRows.Row> each : rows) {
      ContractRows.Row row = each.value();
      if (row == null) {
        tally.rejected(each.row());
      } else if (known.containsKey(row.number()) || seen.contains(row.number())) {
        again(each.row(), row, known.get(row.number()), ids.get(row.customer()), tally);
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

  private static @Nullable NewContract contract(
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
      return new NewContract(row.number(), customer, row.currency(), row.terms());
    } catch (RuleViolation refusal) {
      tally.rejected(cells, ProfileField.CONTRACT_NUMBER, refusal.code(), refusal.sentence());
      return null;
    }
  }

  /** Prices and amendments come by other ways, so only what the row says is compared. */
  private static void again(
      RowCells cells,
      ContractRows.Row row,
      @Nullable ContractView there,
      @Nullable CustomerId customer,
      Tally tally) {
    boolean same =
        there != null
            && there.customer().equals(customer)
            && there.currency().equals(row.currency())
            && there.asTerms().withPrices(List.of()).equals(row.terms());
    if (same) {
      tally.duplicate();
    } else {
      tally.rejected(
          cells,
          ProfileField.CONTRACT_NUMBER,
          "contract.differs",
          "There is a contract %s already, and it says something else. Amend it on its page."
              .formatted(row.number()));
    }
  }

  private static void remember(Run run, Set<String> seen, String number, RowCells row) {
    if (run.dryRun()) {
      run.seen().put(number, new Run.Seen(row.number(), 0));
    } else {
      seen.add(number);
    }
  }
}
