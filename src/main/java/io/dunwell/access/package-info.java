/** Who may come in and what they may do: login, users, groups, tokens, throttling. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "pages", "workflow", "party", "platform"})
package io.dunwell.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
