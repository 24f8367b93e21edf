/** Customers with their contacts, addresses, tax ids, terms and collectors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "tax"})
package io.dunwell.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
