package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contact with a customer.
 *
 * @param currency null if it was about every currency
 * @param caseId the collection case it belongs to; null if none
 * @param person whom one spoke with; null if nobody
 * @param note what was said; may be empty
 * @param nextCallOn when to call again; null if no call was agreed
 */
public record ContactEntry(
    CustomerId customer,
    @Nullable Currency currency,
    @Nullable UUID caseId,
    ContactKind kind,
    ContactOutcome outcome,
    @Nullable String person,
    String note,
    LocalDate happenedOn,
    @Nullable LocalDate nextCallOn) {

  /**
   * @throws RuleViolation {@code contact.next-call-passed} if the next call lies before this one
   */
  public ContactEntry {
    if (nextCallOn != null && nextCallOn.isBefore(happenedOn)) {
      throw new RuleViolation(
          "contact.next-call-passed",
          "The next call cannot lie before " + Words.day(happenedOn) + ".");
    }
  }
}
