/** Keeps documents by content: proofs, letters, mails, with retention and legal hold. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.dunwell.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
