/** What binds unbilled-chase.bpmn and unbilled-wake.bpmn to the chases: delegates and forms. */
@NullMarked
package io.dunwell.unbilled.process;

import org.jspecify.annotations.NullMarked;
