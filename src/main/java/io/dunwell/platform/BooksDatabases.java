package io.dunwell.platform;

import io.dunwell.shared.Books;
import io.dunwell.shared.BooksPreparation;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Creates and drops the databases that sets of books lie in. Each is a copy of a template database
 * that is made once per version of the schema and the processes.
 */
@Service
public class BooksDatabases {

  private static final Logger LOG = LoggerFactory.getLogger(BooksDatabases.class);
  private static final Books TEMPLATE = Books.ofReplay("template");

  private final BooksDataSource dataSource;
  private final Flyway flyway;
  private final ObjectProvider<BooksPreparation> preparations;
  private final JdbcTemplate live;

  BooksDatabases(
      BooksDataSource dataSource, Flyway flyway, ObjectProvider<BooksPreparation> preparations) {
    this.dataSource = dataSource;
    this.flyway = flyway;
    this.preparations = preparations;
    this.live = new JdbcTemplate(dataSource.live());
  }

  /**
   * Creates empty books, ready to work in.
   *
   * @throws RuleViolation {@code books.no-privilege} if the database user may not create databases
   */
  public void create(Books books) {
    requirePrivilege();
    withTemplate(
        () ->
            live.execute("create database %s template %s".formatted(name(books), name(TEMPLATE))));
    // a power failure may cost a replay its last moments, and nobody waits for the disk each day
    live.execute("alter database %s set synchronous_commit = off".formatted(name(books)));
  }

  /** Drops the books with all that is in them; nothing happens if there are none. */
  public void drop(Books books) {
    if (books.live()) {
      throw new IllegalArgumentException("The live books are not ours to drop");
    }
    dataSource.release(books);
    live.execute("drop database if exists %s with (force)".formatted(name(books)));
  }

  public boolean exists(Books books) {
    return exists(dataSource.databaseOf(books));
  }

  private void requirePrivilege() {
    Boolean may =
        live.queryForObject(
            "select rolcreatedb or rolsuper from pg_roles where rolname = current_user",
            Boolean.class);
    if (!Boolean.TRUE.equals(may)) {
      throw new RuleViolation(
          "books.no-privilege",
          "The database user may not create databases. Grant it CREATEDB and try again.");
    }
  }

  /** One node at a time looks after the template; copying it needs it to be unused. */
  private void withTemplate(Runnable work) {
    live.execute(
        (java.sql.Connection connection) -> {
          try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('dunwell.books.template'))");
            try {
              String fingerprint = Fingerprint.ofSchemaAndProcesses();
              if (!fingerprint.equals(fingerprintOfTemplate())) {
                makeTemplate(fingerprint);
              }
              work.run();
            } finally {
              statement.execute("select pg_advisory_unlock(hashtext('dunwell.books.template'))");
            }
          }
          return null;
        });
  }

  private void makeTemplate(String fingerprint) {
    drop(TEMPLATE);
    live.execute("create database " + name(TEMPLATE));
    TEMPLATE.within(
        () -> {
          Flyway.configure()
              .configuration(flyway.getConfiguration())
              .dataSource(dataSource)
              .load()
              .migrate();
          preparations.orderedStream().forEach(BooksPreparation::prepare);
          return null;
        });
    dataSource.release(TEMPLATE);
    live.execute("comment on database %s is '%s'".formatted(name(TEMPLATE), fingerprint));
    LOG.info("Made the template for sets of books, {}", dataSource.databaseOf(TEMPLATE));
  }

  private String fingerprintOfTemplate() {
    List<String> comments =
        live.queryForList(
            "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database"
                + " where datname = ?",
            String.class,
            dataSource.databaseOf(TEMPLATE));
    return comments.isEmpty() ? "" : comments.get(0);
  }

  private boolean exists(String database) {
    return Boolean.TRUE.equals(
        live.queryForObject(
            "select exists (select 1 from pg_database where datname = ?)",
            Boolean.class,
            database));
  }

  private String name(Books books) {
    return '"' + dataSource.databaseOf(books).replace("\"", "") + '"';
  }
}
