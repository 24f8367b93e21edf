package io.dunwell.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of a copy that was killed: it outlives its parent and would keep the next one from
 * starting. Whoever asks holds the lock on the data directory, so nobody needs it any more.
 */
final class LeftoverServer {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
  private static final Duration POLITE = Duration.ofSeconds(30);

  private LeftoverServer() {}

  /** Stops it, if there is one, and removes a trace of one that is no more. */
  static void stop(Path cluster) {
    Path trace = cluster.resolve("postmaster.pid");
    try {
      if (!Files.exists(trace)) {
        return;
      }
      Optional<ProcessHandle> server = serverNamedIn(trace);
      if (server.isPresent()) {
        LOG.info("Stopping the PostgreSQL that a killed copy left running");
        end(server.get());
      }
      Files.deleteIfExists(trace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server is gone, for as long as it needs to write what it has in memory. */
  static void awaitEnd(Path cluster) {
    Path trace = cluster.resolve("postmaster.pid");
    try {
      if (Files.exists(trace)) {
        serverNamedIn(trace).ifPresent(server -> ended(server, Duration.ofMinutes(2)));
      }
    } catch (IOException alreadyGone) {
      LOG.debug("PostgreSQL removed its trace meanwhile", alreadyGone);
    }
  }

  /** The process id may have gone to a stranger after a restart of the machine. */
  private static Optional<ProcessHandle> serverNamedIn(Path trace) throws IOException {
    String first = Files.readString(trace).lines().findFirst().orElse("").strip();
    return first.matches("\\d+")
        ? ProcessHandle.of(Long.parseLong(first)).filter(LeftoverServer::isPostgres)
        : Optional.empty();
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(false);
  }

  private static void end(ProcessHandle server) {
    server.destroy();
    if (!ended(server, POLITE)) {
      server.destroyForcibly();
      ended(server, POLITE);
    }
  }

  private static boolean ended(ProcessHandle server, Duration patience) {
    try {
      server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
