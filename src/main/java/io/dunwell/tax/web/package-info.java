/** Tax rates over REST. */
@NullMarked
package io.dunwell.tax.web;

import org.jspecify.annotations.NullMarked;
