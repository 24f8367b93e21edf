/** The API of receipts, allocations, applied credits and write-offs. */
@NullMarked
package io.dunwell.receipts.web;

import org.jspecify.annotations.NullMarked;
