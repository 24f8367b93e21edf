/** What happened to contracts and deliveries. */
@NullMarked
@NamedInterface("events")
package io.dunwell.contracts.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
