/** The tasks of people, for programs. */
@NullMarked
package io.dunwell.workflow.web;

import org.jspecify.annotations.NullMarked;
