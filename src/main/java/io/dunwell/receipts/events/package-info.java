/** What happened to receipts and allocations. */
@NullMarked
@NamedInterface("events")
package io.dunwell.receipts.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
