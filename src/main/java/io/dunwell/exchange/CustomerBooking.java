package io.dunwell.exchange;

import io.dunwell.party.CustomerChange;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Registers customers. Those that are there and differ wait for a person's decision. */
@Component
class CustomerBooking implements Booking<NewCustomer> {

  private final Customers customers;

  CustomerBooking(Customers customers) {
    this.customers = customers;
  }

  @Override
  public Reader<NewCustomer> reader(Mapping mapping, ImportKind kind) {
    return new CustomerRows()::read;
  }

  @Override
  public void book(Run run, List<Read<NewCustomer>> rows, Tally tally) {
    Map<String, CustomerView> known = known(rows);
    Map<String, Run.Seen> seen = run.memory();
    Map<String, NewCustomer> wanted = new LinkedHashMap<>();
    for (Read<NewCustomer> each : rows) {
      NewCustomer row = each.value();
      CustomerView view = row == null ? null : known.get(row.number());
      Run.Seen before = row == null ? null : seen.get(row.number());
      if (row == null) {
        tally.rejected(each.row());
      } else if (before != null) {
        twice(each.row(), row, before, tally);
      } else if (view == null) {
        seen.put(row.number(), new Run.Seen(each.row().number(), row.hashCode()));
        wanted.put(row.number(), row);
        tally.accepted(each.row(), null);
      } else if (merged(view, row).equals(asItIs(view))) {
        tally.duplicate();
      } else {
        conflict(each.row(), row, "On the books the customer differs.", tally);
      }
    }
    if (!run.dryRun()) {
      customers.registerAll(List.copyOf(wanted.values()), run.by());
    }
  }

  /** What the customer becomes if the file is right: the file's words, the rest as it is. */
  static CustomerChange merged(CustomerView view, NewCustomer row) {
    return new CustomerChange(
        row.name(),
        row.language(),
        row.currency(),
        row.country(),
        row.collector() == null ? view.collector() : row.collector(),
        row.terms(),
        row.contacts().isEmpty() ? view.contacts() : row.contacts(),
        row.addresses().isEmpty() ? view.addresses() : row.addresses(),
        row.taxIds().isEmpty() ? view.taxIds() : row.taxIds());
  }

  private static CustomerChange asItIs(CustomerView view) {
    return new CustomerChange(
        view.name(),
        view.language(),
        view.currency(),
        view.country(),
        view.collector(),
        view.terms(),
        view.contacts(),
        view.addresses(),
        view.taxIds());
  }

  private Map<String, CustomerView> known(List<Read<NewCustomer>> rows) {
    Map<String, CustomerId> ids =
        customers.idsByNumber(
            rows.stream()
                .map(Read::value)
                .filter(Objects::nonNull)
                .map(NewCustomer::number)
                .collect(Collectors.toSet()));
    Map<String, CustomerView> known = new HashMap<>();
    customers.views(ids.values()).values().forEach(view -> known.put(view.number(), view));
    return known;
  }

  private static void twice(RowCells cells, NewCustomer row, Run.Seen before, Tally tally) {
    if (before.content() == row.hashCode()) {
      tally.duplicate(
          cells,
          ProfileField.CUSTOMER_NUMBER,
          row.number(),
          "customer.twice-in-file",
          "Row %d says the same; it counts once.".formatted(before.row()));
    } else {
      conflict(
          cells, row, "Row %d has this number with other content.".formatted(before.row()), tally);
    }
  }

  private static void conflict(RowCells cells, NewCustomer row, String why, Tally tally) {
    tally.conflict(
        cells,
        row,
        ProfileField.CUSTOMER_NUMBER,
        row.number(),
        "customer.conflict",
        why + " Decide which is right.");
  }
}
