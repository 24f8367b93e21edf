/**
 * What all web pages share: lists that sort, filter, page and leave as files; notes; typed amounts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package io.dunwell.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
