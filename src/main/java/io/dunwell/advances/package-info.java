/**
 * What is asked for before anything is delivered: advances, what came in on them and its receipt
 * vouchers, and how much of them invoices set off. The tables of the schema {@code advances} are
 * this module's alone; those who draft and print implement {@link AdvancePapers}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "workflow",
      "party",
      "tax",
      "contracts",
      "documents",
      "numbering",
      "invoices",
      "invoices :: changes"
    })
package io.dunwell.advances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
