package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a layout of files is read: which column means what, how dates and amounts are written, what
 * counts as settled or disputed. See the shipped ones under {@code profiles/} for examples.
 *
 * @param name lower case letters, digits and dashes
 * @param kind what its rows are, unless an import says otherwise
 * @param columns where each field comes from
 * @param defaults what a field is where its column is missing or empty
 * @param disputedWords what the column {@code disputed} says of a disputed invoice; any case
 * @param status what the words of the column {@code status} mean; any case
 * @param partial what becomes of a part-paid row that does not say how much was paid
 * @param negative what a negative amount means
 * @param fractions what becomes of an amount with more decimals than its currency has
 * @param terms days of payment terms codes
 * @param createCustomers whether a customer that is not known yet is registered from the row
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "description", "kind", "format", "columns", "defaults"})
public record Profile(
    String name,
    @Nullable String description,
    ImportKind kind,
    ProfileFormat format,
    Map<ProfileField, ProfileColumn> columns,
    Map<ProfileField, String> defaults,
    List<String> disputedWords,
    Map<String, PaidStatus> status,
    Partial partial,
    Negative negative,
    Fractions fractions,
    Map<String, Integer> terms,
    boolean createCustomers) {

  /** What a status word says about the money. */
  public enum PaidStatus {
    OPEN,
    PAID,
    PARTIAL
  }

  /** What becomes of a part-paid row without a paid amount. */
  public enum Partial {
    QUARANTINE,
    OPEN
  }

  /** What a negative amount means. */
  public enum Negative {
    REJECT,
    CREDIT_NOTE
  }

  /** What becomes of fractions of a cent. */
  public enum Fractions {
    REJECT,
    /** Half up, with a notice for each row. */
    ROUND
  }

  // what a written profile leaves out arrives here as null
  @SuppressWarnings("NullableProblems")
  public Profile {
    format = format == null ? ProfileFormat.DETECTED : format;
    columns = sorted(columns);
    defaults = sorted(defaults);
    disputedWords = disputedWords == null ? List.of() : List.copyOf(disputedWords);
    status = sorted(status);
    partial = partial == null ? Partial.QUARANTINE : partial;
    negative = negative == null ? Negative.REJECT : negative;
    fractions = fractions == null ? Fractions.REJECT : fractions;
    terms = sorted(terms);
  }

  /** In an order that an export can be read and compared in. */
  private static <K extends Comparable<K>, V> Map<K, V> sorted(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
