package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table that is read row by row; memory stays flat however many rows there are. */
public interface Sheet extends AutoCloseable {

  /**
   * The next row that says anything, or null after the last one.
   *
   * @throws RuleViolation {@code file.…} if the file cannot be read further
   */
  @Nullable SheetRow next() throws IOException;

  @Override
  void close() throws IOException;
}
