/** Money that came in and the open items it pays: allocation, unapplied cash, write-off. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "workflow",
      "party",
      "ledger",
      "receivables",
      "receivables :: events",
      "documents"
    })
package io.dunwell.receipts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
