package io.dunwell.approval;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.util.Map;

/**
 * What decides who has to approve an invoice.
 *
 * @param kind what it is
 * @param currency ISO 4217
 * @param amount what it asks for together with what was split off it, or it off, in whole units of
 *     the currency, rounded up
 * @param asContracted whether every line says what its contract says
 * @param discountPercent the highest discount of a line, in whole percent, rounded up
 * @param newCustomer whether nothing was ever issued to the customer
 * @param creditClass the customer's, {@code unknown} where nothing is known of them
 * @param proofMissing whether a delivery has no proof although its contract asks for one
 * @param export whether it leaves the country
 */
public record ApproverFacts(
    InvoiceKind kind,
    String currency,
    long amount,
    boolean asContracted,
    int discountPercent,
    boolean newCustomer,
    String creditClass,
    boolean proofMissing,
    boolean export) {

  /** The facts by the names that the decision table uses. */
  public Map<String, Object> asMap() {
    return Map.of(
        "kind", kind.name(),
        "currency", currency,
        "amount", amount,
        "asContracted", asContracted,
        "discountPercent", discountPercent,
        "newCustomer", newCustomer,
        "creditClass", creditClass,
        "proofMissing", proofMissing,
        "export", export);
  }

  /** All of it in words, to be kept as evidence of what the table was asked. */
  String inWords() {
    return String.join(
        ", ",
        kind.word(),
        Words.money(Money.of(String.valueOf(amount), currency)),
        asContracted ? "as contracted" : "deviates from the contract",
        "discount " + discountPercent + " %",
        newCustomer ? "new customer" : "known customer",
        "credit class " + creditClass,
        proofMissing ? "proof missing" : "no proof missing",
        export ? "export" : "no export");
  }
}
