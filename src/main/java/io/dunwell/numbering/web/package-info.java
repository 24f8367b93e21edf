/** Number series over HTTP. */
@NullMarked
package io.dunwell.numbering.web;

import org.jspecify.annotations.NullMarked;
