/** The story of a small company that a fresh copy of Dunwell tells. */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "platform",
      "workflow",
      "party",
      "contracts",
      "invoices",
      "approval",
      "billing",
      "receivables",
      "receipts",
      "resolution"
    })
package io.dunwell.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
