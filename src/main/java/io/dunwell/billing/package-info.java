/** From delivered to issued: unbilled items, drafts, issue, notes and advances. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "workflow",
      "ledger",
      "numbering",
      "withholding",
      "advances",
      "approval",
      "approval :: process",
      "invoices",
      "invoices :: changes",
      "invoices :: events",
      "party",
      "tax",
      "contracts",
      "contracts :: events",
      "receivables",
      "correspondence",
      "documents"
    })
package io.dunwell.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
