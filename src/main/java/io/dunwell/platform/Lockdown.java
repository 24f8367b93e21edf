package io.dunwell.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes a new database cluster ask for a password, which at first it does not. */
final class Lockdown {

  private static final String RULES =
      """
      # written by Dunwell: from this machine only, and with a password
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private Lockdown() {}

  static void apply(EmbeddedPostgres postgres, Path cluster, String password)
      throws IOException, SQLException {
    Path rules = cluster.resolve("pg_hba.conf");
    if (Files.readString(rules).equals(RULES)) {
      return;
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role postgres password '" + password + "'");
      Files.writeString(rules, RULES);
      statement.execute("select pg_reload_conf()");
    }
  }
}
