/** Asks about what stays unbilled past its limit, until it is billed or explained. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "workflow",
      "party",
      "contracts",
      "contracts :: events",
      "approval",
      "billing",
      "invoices",
      "invoices :: events",
      "correspondence"
    })
package io.dunwell.unbilled;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
