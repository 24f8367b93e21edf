/** What resolution tells those who want to know. */
@NullMarked
@NamedInterface("events")
package io.dunwell.resolution.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
