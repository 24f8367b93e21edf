package io.dunwell.approval;

/**
 * How much of a risk a customer is.
 *
 * @param name {@code A} the best to {@code D} the worst, or {@value #UNKNOWN}
 * @param because a clause that says why, as "the oldest item is 45 days overdue"
 */
public record CreditClass(String name, String because) {

  /** The name of the class of those of whom nothing is known. */
  public static final String UNKNOWN = "unknown";

  /** Of whom nothing is known. */
  public static final CreditClass UNRATED = new CreditClass(UNKNOWN, "nothing was ever paid");

  /** Whether anything is known. */
  public boolean isKnown() {
    return !name.equals(UNKNOWN);
  }
}
