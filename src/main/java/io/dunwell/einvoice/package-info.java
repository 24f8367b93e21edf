/**
 * Invoices for machines: the Indian portal's INV-01 and its signed answers, UBL for Peppol, CII for
 * Factur-X and ZUGFeRD; written by the official rules and read by them.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "tax",
      "party",
      "contracts",
      "ledger",
      "billing",
      "invoices",
      "invoices :: events"
    })
package io.dunwell.einvoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
