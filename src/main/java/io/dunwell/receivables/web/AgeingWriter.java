package io.dunwell.receivables.web;

import io.dunwell.receivables.AgeingRow;
import java.io.IOException;

/**
 * Writes a report row by row. It is ended only when all went well, so that a refusal before the
 * first row still reaches the caller as what it is.
 */
interface AgeingWriter {

  void row(AgeingRow row) throws IOException;

  void end() throws IOException;
}
