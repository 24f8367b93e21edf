/**
 * Taxes at source: what the seller collects on an invoice, what its buyer may deduct, and what was
 * agreed about either. The tables of the schema {@code withholding} are this module's alone.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"shared", "pages", "party", "tax", "contracts", "numbering", "invoices"})
package io.dunwell.withholding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
