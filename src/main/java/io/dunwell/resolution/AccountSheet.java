package io.dunwell.resolution;

import io.dunwell.party.CustomerView;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a person has to see of an account before they act: who it is, what is open and how late.
 *
 * @param overdue all that is overdue, whether held or not
 * @param daysOverdue how late the oldest item is; 0 if none is
 * @param items what is open, the oldest first
 */
public record AccountSheet(
    CustomerView customer, Money overdue, int daysOverdue, List<Item> items) {

  public AccountSheet {
    items = List.copyOf(items);
  }

  /**
   * An open item.
   *
   * @param daysOverdue 0 or less if it is not due yet
   * @param held whether anything keeps it from being chased
   */
  public record Item(
      ItemId id,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      int daysOverdue,
      Money open,
      boolean held) {}

  Optional<Item> item(String number) {
    return items.stream().filter(item -> item.number().equals(number)).findFirst();
  }
}
