package io.dunwell.platform;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Starts the embedded PostgreSQL when it is asked for, and stops it with the application. */
class EmbeddedDatabases implements AutoCloseable {

  private @Nullable EmbeddedDatabase running;

  synchronized EmbeddedDatabase startedIn(Path dataDir, boolean durable) {
    if (running == null) {
      running = new EmbeddedDatabase(dataDir, durable);
    }
    return running;
  }

  @Override
  public synchronized void close() throws IOException {
    if (running != null) {
      running.close();
      running = null;
    }
  }
}
