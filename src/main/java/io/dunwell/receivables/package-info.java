/** Open items and their instalments, what they are worth on any day, and ageing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages", "ledger", "party"})
package io.dunwell.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
