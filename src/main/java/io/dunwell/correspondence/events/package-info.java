/** News about letters. */
@NullMarked
@NamedInterface("events")
package io.dunwell.correspondence.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
