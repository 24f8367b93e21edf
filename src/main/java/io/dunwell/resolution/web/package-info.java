/** Holds, promises, disputes and contacts, for programs. */
@NullMarked
package io.dunwell.resolution.web;

import org.jspecify.annotations.NullMarked;
