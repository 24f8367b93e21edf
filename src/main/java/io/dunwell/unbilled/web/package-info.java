/** The unbilled page and what programs ask about it. */
@NullMarked
package io.dunwell.unbilled.web;

import org.jspecify.annotations.NullMarked;
