/** The append-only double-entry ledger from which every figure is derived. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages"})
package io.dunwell.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
