package io.dunwell.billing;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.tax.TaxSchemes;

/** What a law wants to see on a billing document, and what would only be in the way. */
enum PrintStyle {

  /** CGST Rules r. 46: codes, words, place of supply, reverse charge, signature. */
  GST("invoice.print.gstin", "invoice.print.price", "invoice.print.net", true),

  /** VAT directive art. 226: the seller's and the buyer's VAT id, and the tax at each rate. */
  VAT("invoice.print.vat", "invoice.print.price-plain", "invoice.print.net-plain", false);

  private final String numberKey;
  private final String priceKey;
  private final String netKey;
  private final boolean indian;

  PrintStyle(String numberKey, String priceKey, String netKey, boolean indian) {
    this.numberKey = numberKey;
    this.priceKey = priceKey;
    this.netKey = netKey;
    this.indian = indian;
  }

  static PrintStyle of(InvoiceView invoice) {
    return invoice.basis().taxScheme().equals(TaxSchemes.IN_GST) ? GST : VAT;
  }

  /** The label of a tax number. */
  String numberKey() {
    return numberKey;
  }

  /** The label of unit prices. */
  String priceKey() {
    return priceKey;
  }

  /** The label of amounts before tax. */
  String netKey() {
    return netKey;
  }

  /** Whether tax codes are printed. */
  boolean codes() {
    return indian;
  }

  /** Whether the amount is written in words. */
  boolean words() {
    return indian;
  }

  /** Whether somebody signs. */
  boolean signed() {
    return indian;
  }

  /** Whether the page says where the supply is and who owes its tax. */
  boolean placed() {
    return indian;
  }
}
