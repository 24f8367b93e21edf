/** What happened to open items. */
@NullMarked
@NamedInterface("events")
package io.dunwell.receivables.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
