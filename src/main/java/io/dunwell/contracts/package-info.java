/** What was agreed with customers, what was delivered on it, and the proofs of that. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages", "party", "tax", "documents"})
package io.dunwell.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
