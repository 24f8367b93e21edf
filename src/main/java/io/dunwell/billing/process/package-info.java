/** What processes have billing do: issue and send what is approved, submit many drafts. */
@NullMarked
package io.dunwell.billing.process;

import org.jspecify.annotations.NullMarked;
