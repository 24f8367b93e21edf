/** Advances and their vouchers: for programs and for people. */
@NullMarked
package io.dunwell.advances.web;

import org.jspecify.annotations.NullMarked;
