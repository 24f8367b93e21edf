package io.dunwell.tax;

/** What the law wants a document to be called; texts under {@code tax.title.…}. */
public enum DocumentTitle {
  /** CGST Rules 46. */
  TAX_INVOICE("tax-invoice"),
  /** Where the law gives it no other name: VAT directive art. 220. */
  INVOICE("invoice"),
  /** Nothing on it is taxed: CGST Act s. 31(3)(c), CGST Rules 49. */
  BILL_OF_SUPPLY("bill-of-supply"),
  /** Taxed and untaxed supplies together, to somebody unregistered: CGST Rules 46A. */
  INVOICE_CUM_BILL_OF_SUPPLY("invoice-cum-bill-of-supply"),
  /** CGST Act s. 34(1), CGST Rules 53. */
  CREDIT_NOTE("credit-note"),
  /** CGST Act s. 34(3), CGST Rules 53. */
  DEBIT_NOTE("debit-note");

  private final String name;

  DocumentTitle(String name) {
    this.name = name;
  }

  /** Under which key the title stands in the messages. */
  public String messageKey() {
    return "tax.title." + name;
  }
}
