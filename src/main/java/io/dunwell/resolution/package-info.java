/** What stands between an overdue item and its payment: promises, disputes, holds, contacts. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "workflow",
      "party",
      "receivables",
      "receipts",
      "correspondence",
      "receivables :: events",
      "receipts :: events"
    })
package io.dunwell.resolution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
