/** Billing over HTTP: for programs and for people. */
@NullMarked
package io.dunwell.billing.web;

import org.jspecify.annotations.NullMarked;
