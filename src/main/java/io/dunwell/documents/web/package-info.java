/** Documents over HTTP. */
@NullMarked
package io.dunwell.documents.web;

import org.jspecify.annotations.NullMarked;
