package io.dunwell.billing;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.Customers;
import io.dunwell.tax.TaxSchemes;
import org.springframework.stereotype.Component;

/**
 * Which documents the Indian tax portal has to register before they count (CGST Rules r. 48(4)):
 * invoices and notes to registered buyers, and exports; no receipts of advances.
 */
@Component
class RegistrationDuty {

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

  boolean covers(InvoiceView invoice) {
    return isOurs()
        && invoice.kind() != InvoiceKind.ADVANCE
        && invoice.basis().taxScheme().equals(TaxSchemes.IN_GST)
        && (invoice.basis().supply().startsWith("EXPORT_")
            || Buyers.number(customers.view(invoice.customer()), "GSTIN").isPresent());
  }
}
