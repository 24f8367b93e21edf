/** Contracts, deliveries and proofs over HTTP and on pages. */
@NullMarked
package io.dunwell.contracts.web;

import org.jspecify.annotations.NullMarked;
