package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.Supply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What all sample documents of a seller have in common. */
record SampleDocument(
    String number,
    Currency currency,
    EinvoiceParty seller,
    EinvoiceReferences.Preceding original,
    EinvoicePayment payment) {

  EinvoiceDocument of(
      DocumentKind kind, Supply supply, EinvoiceParty buyer, String place, EinvoiceLine... lines) {
    boolean credit = kind == DocumentKind.CREDIT_NOTE;
    return new EinvoiceDocument(
        kind,
        number,
        LocalDate.of(2026, 11, 22),
        credit ? null : LocalDate.of(2026, 12, 22),
        currency,
        seller,
        buyer,
        EinvoiceDelivery.NONE,
        place,
        supply,
        List.of(lines),
        Money.zero(currency),
        Money.zero(currency),
        Money.zero(currency),
        new EinvoiceReferences(
            "Einkauf", "PO-77", "C-2026-1", credit ? List.of(original) : List.of()),
        payment,
        List.of("Thank you.", "Goods remain ours until paid."));
  }

  static Money net(String quantity, String price, String discount, String currency) {
    return Money.rounded(
            new BigDecimal(quantity).multiply(new BigDecimal(price)),
            Currency.getInstance(currency))
        .minus(Money.of(discount, currency));
  }
}
