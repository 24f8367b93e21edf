/** Imports and mapping profiles over HTTP, as interface and as pages. */
@NullMarked
package io.dunwell.exchange.web;

import org.jspecify.annotations.NullMarked;
