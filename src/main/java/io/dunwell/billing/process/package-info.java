/** What binds invoice-approval.bpmn to billing: its delegates, forms and time limits. */
@NullMarked
package io.dunwell.billing.process;

import org.jspecify.annotations.NullMarked;
