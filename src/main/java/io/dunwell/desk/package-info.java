/** The web pages that need several modules: home, account file, worklist. */
@NullMarked
@ApplicationModule
package io.dunwell.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
