/** What all web interfaces share: how a refusal is told. */
@NullMarked
package io.dunwell.shared.web;

import org.jspecify.annotations.NullMarked;
