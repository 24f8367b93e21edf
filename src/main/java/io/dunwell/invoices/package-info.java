/**
 * The billing document: what an invoice, note or advance says and how far it has come. Everybody
 * may look at it; those who may change it name {@code invoices :: changes}. It writes the tables
 * {@code invoice}, {@code invoice_line}, {@code invoice_tax} and {@code line_tax}, which lie in the
 * schema {@code billing}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "party", "tax", "numbering"})
package io.dunwell.invoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
