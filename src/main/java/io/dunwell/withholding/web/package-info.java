/** What customers agreed to about taxes at source: for programs and for people. */
@NullMarked
package io.dunwell.withholding.web;

import org.jspecify.annotations.NullMarked;
