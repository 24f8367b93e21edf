/** Files in and out: mapping profiles, dry runs, quarantine, CSV and Excel. */
@NullMarked
@ApplicationModule
package io.dunwell.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
