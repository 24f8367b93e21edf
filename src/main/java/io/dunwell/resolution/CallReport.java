package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.workflow.Answer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/**
 * What a collector reports of a call, as the form {@code call-customer} asks for it.
 *
 * @param caseId the collection case that asked for the call
 * @param on the day of the call
 */
public record CallReport(
    CustomerId customer, Currency currency, UUID caseId, LocalDate on, Answer answer) {

  /** What came of the call. */
  public ContactOutcome outcome() {
    return answer.choice("outcome", ContactOutcome.class, "Say what came of the call.");
  }
}
