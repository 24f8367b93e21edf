/** Keeps documents by content: proofs, letters, mails, with retention and legal hold. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages"})
package io.dunwell.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
