package io.dunwell.platform;

import io.dunwell.shared.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of our own under the data directory, on a free port of the loopback interface. */
class EmbeddedDatabase implements AutoCloseable {

  static final String USER = "postgres";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String VERSION = "17";
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          // no socket in /tmp, where others could try their luck
          Map.entry("unix_socket_directories", ""),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("work_mem", "32MB"),
          Map.entry("maintenance_work_mem", "256MB"),
          Map.entry("max_wal_size", "4GB"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"));

  private final DataDirectory directory;
  private final Path cluster;
  private final EmbeddedPostgres postgres;

  EmbeddedDatabase(Path dataDir, boolean durable) {
    directory = new DataDirectory(dataDir);
    cluster = directory.file("postgres");
    requireSameVersion();
    LeftoverServer.stop(cluster);
    postgres = start(durable);
    LOG.info("PostgreSQL runs on port {}, its data is in {}", postgres.getPort(), cluster);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  String password() {
    return directory.secret();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    LeftoverServer.awaitEnd(cluster);
    directory.close();
  }

  private EmbeddedPostgres start(boolean durable) {
    Path log = directory.file("postgres.log");
    var output = ProcessBuilder.Redirect.appendTo(log.toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(cluster)
            .setOverrideWorkingDirectory(directory.file("binaries").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(output)
            .setErrorRedirector(output)
            .setConnectConfig("password", directory.secret())
            // whatever the machine's locale: text sorts by code point, case knows all of Unicode
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C");
    SETTINGS.forEach(builder::setServerConfig);
    // the library switches fsync off
    builder.setServerConfig("fsync", durable ? "on" : "off");
    builder.setServerConfig("full_page_writes", durable ? "on" : "off");
    builder.setServerConfig("synchronous_commit", durable ? "on" : "off");
    try {
      EmbeddedPostgres started = builder.start();
      Lockdown.apply(started, cluster, directory.secret());
      return started;
    } catch (IOException | SQLException | IllegalStateException e) {
      LOG.debug("PostgreSQL did not start", e);
      throw new CannotStart(
          "The embedded PostgreSQL does not start in %s.".formatted(cluster),
          "Look into %s for its reason, or use another PostgreSQL with SPRING_DATASOURCE_URL."
              .formatted(log));
    }
  }

  private void requireSameVersion() {
    Path version = cluster.resolve("PG_VERSION");
    try {
      if (Files.exists(version) && !Files.readString(version).strip().equals(VERSION)) {
        throw new CannotStart(
            "The data in %s is of PostgreSQL %s, not %s."
                .formatted(cluster, Files.readString(version).strip(), VERSION),
            "Start the version of Dunwell that wrote it, dump it with pg_dump, and restore it.");
      }
    } catch (IOException e) {
      throw new CannotStart("The file %s cannot be read.".formatted(version), "Check its owner.");
    }
  }
}
