/** What binds collection-case.bpmn and the daily run's jobs to the domain. */
@NullMarked
package io.dunwell.dunning.process;

import org.jspecify.annotations.NullMarked;
