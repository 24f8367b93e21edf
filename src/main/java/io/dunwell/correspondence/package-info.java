/** Letters and the send ledger: what was written, to whom, and whether it left. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages", "workflow", "documents", "party"})
package io.dunwell.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
