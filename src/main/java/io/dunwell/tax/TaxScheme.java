package io.dunwell.tax;

import java.util.Set;

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
}
