package io.dunwell.einvoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document refers to.
 *
 * @param buyerReference what the buyer wants quoted
 * @param purchaseOrder the buyer's order
 * @param contract the contract
 * @param preceding of a credit or debit note the originals
 */
public record EinvoiceReferences(
    @Nullable String buyerReference,
    @Nullable String purchaseOrder,
    @Nullable String contract,
    List<Preceding> preceding) {

  /** Nothing referred to. */
  public static final EinvoiceReferences NONE = new EinvoiceReferences(null, null, null, List.of());

  public EinvoiceReferences {
    preceding = List.copyOf(preceding);
  }

  /** An earlier document. */
  public record Preceding(String number, LocalDate issuedOn) {}
}
