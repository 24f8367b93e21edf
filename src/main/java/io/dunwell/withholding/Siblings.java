package io.dunwell.withholding;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Withheld;
import io.dunwell.party.CustomerId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is issued in one go and not in the books yet, for the thresholds of taxes at source: of two
 * invoices to one customer the second follows the first.
 */
public final class Siblings {

  /** For what is issued alone. */
  public static final Siblings NONE = new Siblings();

  private record Advanced(@Nullable UUID contract, String code) {}

  private record Key(CustomerId customer, String code, String currency) {}

  private final Map<Key, BigDecimal> supplied = new HashMap<>();
  private final Map<Advanced, BigDecimal> covered = new HashMap<>();

  /** Counts another in, with the taxes at source on it. */
  public void add(InvoiceView invoice, List<Withheld> taxes) {
    for (Withheld tax : taxes) {
      supplied.merge(key(invoice, tax.code()), tax.value(), BigDecimal::add);
      covered.merge(
          new Advanced(invoice.basis().contract(), tax.code()), tax.covered(), BigDecimal::add);
    }
  }

  /** What went before to the invoice's customer under that code. */
  BigDecimal supplied(InvoiceView invoice, String code) {
    return supplied.getOrDefault(key(invoice, code), BigDecimal.ZERO);
  }

  /** What those before used up of what advances of the invoice's contract bore. */
  BigDecimal covered(InvoiceView invoice, String code) {
    return covered.getOrDefault(new Advanced(invoice.basis().contract(), code), BigDecimal.ZERO);
  }

  private static Key key(InvoiceView invoice, String code) {
    return new Key(invoice.customer(), code, invoice.currency().getCurrencyCode());
  }
}
