/**
 * Who has to approve a billing document, who did, and what they saw of it. The tables of the schema
 * {@code approval} are this module's alone; those who draft implement {@link Drafting}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "pages",
      "workflow",
      "party",
      "tax",
      "correspondence",
      "invoices",
      "invoices :: changes",
      "invoices :: events"
    })
package io.dunwell.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
