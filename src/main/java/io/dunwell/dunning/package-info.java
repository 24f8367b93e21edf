/** The ladder: policies, cases, levels, notices, fees and interest, legal referral. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "workflow",
      "ledger",
      "party",
      "receivables",
      "receipts",
      "resolution",
      "correspondence",
      "documents",
      "receivables :: events",
      "receipts :: events",
      "resolution :: events",
      "correspondence :: events"
    })
package io.dunwell.dunning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
