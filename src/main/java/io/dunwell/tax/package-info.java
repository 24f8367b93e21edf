/** What a document has to bear in tax, under which law, and how to say its amount in words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages"})
package io.dunwell.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
