/** From delivered to issued: unbilled items, drafts, approvals, numbers, invoices and notes. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "workflow",
      "ledger",
      "party",
      "contracts",
      "receivables",
      "correspondence",
      "documents"
    })
package io.dunwell.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
