/** Tax rates over REST and as a page. */
@NullMarked
package io.dunwell.tax.web;

import org.jspecify.annotations.NullMarked;
