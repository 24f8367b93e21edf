/** What becomes of invoices, for those who want to know. */
@NullMarked
@NamedInterface("events")
package io.dunwell.invoices.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
