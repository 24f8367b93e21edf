/**
 * Tables on their way out: CSV and Excel, streamed, with nothing in them that a sheet would run.
 */
@NullMarked
package io.dunwell.shared.export;

import org.jspecify.annotations.NullMarked;
