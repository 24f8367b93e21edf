package io.dunwell.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dunwell.shared.Books;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Gives each thread connections to the database of the books that it works in. */
public class BooksDataSource extends AbstractDataSource implements AutoCloseable {

  private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]+)(\\?.*)?");

  private final HikariDataSource live;
  private final ConcurrentMap<String, HikariDataSource> replays = new ConcurrentHashMap<>();

  BooksDataSource(HikariDataSource live) {
    this.live = live;
  }

  /** The database name of a set of books on this server. */
  public String databaseOf(Books books) {
    String replay = books.replay();
    String own = part(2);
    return replay == null ? own : own + "_replay_" + replay.replaceAll("[^a-z0-9]", "");
  }

  /** The connections to the live books, whatever the thread works in. */
  public DataSource live() {
    return live;
  }

  /** Whether anyone has asked for a connection to a replay's books, since their release if any. */
  public boolean opened(Books books) {
    String replay = books.replay();
    return replay != null && replays.containsKey(replay);
  }

  /** Closes the connections to a replay's books, for example before its database is dropped. */
  public void release(Books books) {
    String replay = books.replay();
    HikariDataSource pool = replay == null ? null : replays.remove(replay);
    if (pool != null) {
      pool.close();
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return target().getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return target().getConnection(username, password);
  }

  /** Boot derives the connections for migrations, as another user, from what is inside. */
  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type == DataSource.class ? type.cast(live) : super.unwrap(type);
  }

  @Override
  public void close() {
    replays.values().forEach(HikariDataSource::close);
    live.close();
  }

  private DataSource target() {
    String replay = Books.current().replay();
    return replay == null ? live : replays.computeIfAbsent(replay, this::open);
  }

  private HikariDataSource open(String replay) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("replay-" + replay);
    config.setJdbcUrl(part(1) + databaseOf(Books.ofReplay(replay)) + part(3));
    config.setUsername(live.getUsername());
    config.setPassword(live.getPassword());
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    config.setIdleTimeout(60_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  private String part(int group) {
    Matcher url = URL.matcher(String.valueOf(live.getJdbcUrl()));
    if (!url.matches()) {
      throw new IllegalStateException("Not a PostgreSQL address: " + live.getJdbcUrl());
    }
    String part = url.group(group);
    return part == null ? "" : part;
  }
}
