/** The only face of the process engine: processes, tasks, decision tables, business time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package io.dunwell.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
