/** Letters and the outbox over HTTP. */
@NullMarked
package io.dunwell.correspondence.web;

import org.jspecify.annotations.NullMarked;
