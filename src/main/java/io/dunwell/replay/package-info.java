/** Feeds a historic ledger through the engine day by day, in a set of books of its own. */
@NullMarked
@ApplicationModule
package io.dunwell.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
