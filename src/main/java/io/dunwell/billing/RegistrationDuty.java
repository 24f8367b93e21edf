package io.dunwell.billing;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.Customers;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxSchemes;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which documents the Indian tax portal has to register before they count (CGST Rules r. 48(4)):
 * invoices and notes to registered buyers, and exports, that bear GST or bear none only because
 * they are zero-rated or the buyer owes it; no bills of supply, no commercial credit notes without
 * tax, no receipts of advances. Who has a UIN instead of a GSTIN, like an embassy, is supplied as a
 * consumer is (ministry of finance, 22 January 2018): no registered person (CGST Act s. 2(94)), so
 * nothing is registered; the number is printed with the others (r. 46(e)).
 */
@Component
class RegistrationDuty {

  /** Supplies of taxable goods and services on whose invoices no tax stands. */
  private static final Set<String> BEAR_NONE =
      Set.of(
          Supply.EXPORT_WITHOUT_TAX.name(),
          Supply.SEZ_WITHOUT_TAX.name(),
          Supply.REVERSE_CHARGE.name());

  private final Customers customers;
  private final BillingSettings settings;

  RegistrationDuty(Customers customers, BillingSettings settings) {
    this.customers = customers;
    this.settings = settings;
  }

  /** Whether this company has to register at all. */
  boolean isOurs() {
    return settings.eInvoicing();
  }

  private static boolean isTaxable(InvoiceView invoice) {
    boolean borne =
        invoice.lines().stream()
            .flatMap(line -> line.taxes().stream())
            .anyMatch(tax -> tax.rate().signum() > 0);
    boolean taxed =
        invoice.lines().stream().anyMatch(line -> line.charge().treatment().equals("TAXED"));
    return borne || (taxed && BEAR_NONE.contains(invoice.basis().supply()));
  }

  boolean covers(InvoiceView invoice) {
    return isOurs()
        && invoice.kind() != InvoiceKind.ADVANCE
        && invoice.basis().taxScheme().equals(TaxSchemes.IN_GST)
        && isTaxable(invoice)
        && (invoice.basis().supply().startsWith("EXPORT_")
            || customers.view(invoice.customer()).taxNumber("GSTIN").isPresent());
  }
}
