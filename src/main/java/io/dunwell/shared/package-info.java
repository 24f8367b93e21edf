/**
 * The few words that every module speaks: money, actors, refusals, business days, sets of books.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package io.dunwell.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
