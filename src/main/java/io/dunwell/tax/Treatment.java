package io.dunwell.tax;

/** How one line is taxed, whatever the document is. */
public enum Treatment {
  /** At the rate of its code. */
  TAXED,
  /** Its rate is nought: CGST Act s. 2(47), first limb; VAT category Z. */
  NIL_RATED,
  /** Freed by a notification: CGST Act s. 11; VAT directive art. 132 and 135, category E. */
  EXEMPT,
  /** Outside the tax altogether: CGST Act s. 9(2), Schedule III; VAT category O. */
  NON_TAXABLE
}
