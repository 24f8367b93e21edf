package io.dunwell.receivables;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Goal: recording 1,000,000 invoices through validation, ledger and audit takes at most three times
 * as long as COPY of all rows born into tables with the same keys and indexes.
 */
@Tag("bench")
@DunwellTest
class LoadBench {

  private static final List<String> BORN =
      List.of(
          "receivables.account",
          "receivables.document",
          "receivables.open_item",
          "ledger.entry",
          "ledger.posting",
          "audit.act");

  @Autowired BigLedger ledger;
  @Autowired JdbcTemplate jdbc;

  @Test
  void loads(@TempDir Path files) {
    List<CustomerId> customers = ledger.customers();
    long start = System.nanoTime();
    ledger.invoices(customers);
    double ours = (System.nanoTime() - start) / 1e9;
    double copied = Double.MAX_VALUE;
    for (int run = 0; run < 2; run++) {
      copied = Math.min(copied, copyAll(files));
    }
    System.out.printf(
        "BENCH load of %,d invoices: %.1f s; COPY of the same rows: %.1f s; ratio %.2f (goal 3)%n",
        BigLedger.INVOICES, ours, copied, ours / copied);
  }

  private double copyAll(Path files) {
    jdbc.execute("drop schema if exists bench cascade");
    jdbc.execute("create schema bench");
    for (String table : BORN) {
      jdbc.execute(
          "create table bench.%s (like %s including all excluding identity)"
              .formatted(name(table), table));
      export(table, files);
    }
    jdbc.execute(
        "alter table bench.open_item add foreign key (document) references bench.document");
    long start = System.nanoTime();
    BORN.forEach(table -> restore(table, files));
    return (System.nanoTime() - start) / 1e9;
  }

  private void export(String table, Path files) {
    String sql = "copy " + table + columns(table) + " to stdout";
    jdbc.execute(
        (Connection connection) -> {
          try (OutputStream out = Files.newOutputStream(files.resolve(name(table)))) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void restore(String table, Path files) {
    String sql = "copy bench." + name(table) + columns(table) + " from stdin";
    jdbc.execute(
        (Connection connection) -> {
          try (InputStream in = Files.newInputStream(files.resolve(name(table)))) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** All columns but generated ones, which COPY does not take. */
  private String columns(String table) {
    return jdbc
        .queryForList(
            "select attname from pg_attribute where attrelid = ?::regclass and attnum > 0"
                + " and not attisdropped and attgenerated = '' order by attnum",
            String.class,
            table)
        .stream()
        .collect(java.util.stream.Collectors.joining(", ", " (", ")"));
  }

  private static String name(String table) {
    return table.substring(table.indexOf('.') + 1);
  }
}
