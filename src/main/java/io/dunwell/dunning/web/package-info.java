/** Policies, runs, notices and cases by REST. */
@NullMarked
package io.dunwell.dunning.web;

import org.jspecify.annotations.NullMarked;
