package io.dunwell.numbering;

/** Documents that are numbered without gaps, each in a series of its own. */
public enum DocumentSeries {
  INVOICE,
  CREDIT_NOTE,
  DEBIT_NOTE,
  ADVANCE,
  /** Confirms what came in on an advance: rule 50 of the CGST Rules. */
  RECEIPT_VOUCHER
}
