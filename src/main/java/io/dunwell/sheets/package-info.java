/** Reads tables out of files that strangers made: CSV in any dress, Excel workbooks, safely. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.dunwell.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
