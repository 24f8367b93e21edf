/** What billing tells those who want to know. */
@NullMarked
@NamedInterface("events")
package io.dunwell.billing.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
