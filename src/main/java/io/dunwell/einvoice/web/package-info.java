/** Electronic invoices over REST. */
@NullMarked
package io.dunwell.einvoice.web;

import org.jspecify.annotations.NullMarked;
