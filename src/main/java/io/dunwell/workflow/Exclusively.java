package io.dunwell.workflow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Work that only one node does at a time. The lock belongs to a connection, not to a transaction,
 * and so ends with the node that holds it.
 */
@Component
class Exclusively {

  private final DataSource dataSource;

  Exclusively(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does the work, unless another node or thread is at it. Returns whether it was done. */
  boolean attempt(String what, Runnable work) {
    try (Connection connection = dataSource.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(hashtext(?))", what)) {
        return false;
      }
      try {
        work.run();
        return true;
      } finally {
        ask(connection, "select pg_advisory_unlock(hashtext(?))", what);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The lock for " + what + " cannot be had", e);
    }
  }

  private static boolean ask(Connection connection, String sql, String what) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, what);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
