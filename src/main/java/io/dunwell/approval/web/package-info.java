/** Approvals over HTTP: for programs and for people. */
@NullMarked
package io.dunwell.approval.web;

import org.jspecify.annotations.NullMarked;
