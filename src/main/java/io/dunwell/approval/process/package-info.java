/** What binds invoice-approval.bpmn to approvals: its delegates, forms and time limits. */
@NullMarked
package io.dunwell.approval.process;

import org.jspecify.annotations.NullMarked;
