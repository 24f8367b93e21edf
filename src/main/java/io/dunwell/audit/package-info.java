/** Hears every auditable act in the act's own transaction and keeps it for ever. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages", "ledger"})
package io.dunwell.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
