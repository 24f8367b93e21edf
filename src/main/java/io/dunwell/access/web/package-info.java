/** The login page, and the interfaces for users, tokens and the business date. */
@NullMarked
package io.dunwell.access.web;

import org.jspecify.annotations.NullMarked;
