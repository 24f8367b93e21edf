package io.dunwell.tax;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tax law as a calculation: documents in, taxed documents out. It stores nothing. */
public interface TaxScheme {

  /** Under which name contracts and documents refer to the scheme, for example {@code IN_GST}. */
  String name();

  /** The kinds of supply that the scheme knows; it refuses documents of any other. */
  Set<Supply> supplies();

  /**
   * Computes the taxes of a document with the rates of its day. The document with every amount
   * negated bears exactly the negated taxes.
   *
   * @throws io.dunwell.shared.RuleViolation {@code tax.…} if the law does not allow the document,
   *     or a rate or a number that it needs is not known
   */
  TaxedDocument tax(TaxableDocument document);

  /** The places of supply to choose from, by code, each with its name. */
  Map<String, String> places();

  /**
   * Refuses a place that no document of the scheme can have.
   *
   * @param place code of a state or country
   * @param supply the kind of supply, {@code null} if it follows from the rest
   * @throws io.dunwell.shared.RuleViolation {@code tax.place-of-supply-malformed}, {@code
   *     tax.export-at-home}
   */
  void checkPlace(String place, @Nullable Supply supply);

  /**
   * Refuses a line whose code no document of the scheme can have, whatever the rates.
   *
   * @throws io.dunwell.shared.RuleViolation {@code tax.code-malformed}
   */
  void checkCode(TaxableLine line);

  /**
   * Refuses a line whose unit its taxes cannot be told in.
   *
   * @return what has to be entered in the table of rates before the line can be billed; empty if
   *     nothing is missing
   * @throws io.dunwell.shared.RuleViolation {@code tax.price-unit}, {@code tax.cess-unit}
   */
  Optional<String> missingRate(TaxableLine line, String place, LocalDate on);
}
