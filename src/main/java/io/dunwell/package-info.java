/** Dunwell: a collections engine. Each sub-package is a module; its base package is its API. */
@NullMarked
package io.dunwell;

import org.jspecify.annotations.NullMarked;
