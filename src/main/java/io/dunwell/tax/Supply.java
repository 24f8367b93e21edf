package io.dunwell.tax;

/** What a document as a whole is in the eyes of the law; a scheme refuses what it does not know. */
public enum Supply {
  /** The seller charges the tax. */
  REGULAR,
  /** The buyer owes the tax: CGST Act s. 9(3) and (4), IGST Act s. 5(3); VAT directive art. 196. */
  REVERSE_CHARGE,
  /** Leaves the country, with the tax paid and refunded later: IGST Act s. 16(3)(b). */
  EXPORT_WITH_TAX,
  /** Leaves the country under bond or letter of undertaking: IGST Act s. 16(3)(a). */
  EXPORT_WITHOUT_TAX,
  /** To a special economic zone, with the tax paid: IGST Act s. 16(1)(b), (3)(b). */
  SEZ_WITH_TAX,
  /** To a special economic zone under bond or letter of undertaking: IGST Act s. 16(3)(a). */
  SEZ_WITHOUT_TAX,
  /** Counts as exported although it stays in the country: CGST Act s. 147; taxed as usual. */
  DEEMED_EXPORT,
  /** Goods to a taxable person in another member state: VAT directive art. 138. */
  INTRA_COMMUNITY
}
