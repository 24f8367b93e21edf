/** Where Dunwell runs: the embedded PostgreSQL, and which database a set of books lies in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.dunwell.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
