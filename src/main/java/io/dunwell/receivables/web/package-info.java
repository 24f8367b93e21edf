/** The API of open items, ageing and statements. */
@NullMarked
package io.dunwell.receivables.web;

import org.jspecify.annotations.NullMarked;
