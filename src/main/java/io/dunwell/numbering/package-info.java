/**
 * Numbers without gaps, series by series and fiscal year by fiscal year. The tables of the schema
 * {@code numbering} are this module's alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages"})
package io.dunwell.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
