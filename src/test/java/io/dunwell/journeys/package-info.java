/** Whole stories, walked through in a real browser. */
@NullMarked
package io.dunwell.journeys;

import org.jspecify.annotations.NullMarked;
