package io.dunwell.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows who is still writing, and what time it is by the database's wall clock. */
@Component
class Writers {

  private final JdbcClient jdbc;
  private final Duration patience;

  Writers(JdbcClient jdbc, LedgerSettings settings) {
    this.jdbc = jdbc;
    this.patience = settings.sealPatience();
  }

  Instant wallClock() {
    return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  /**
   * Waits until every transaction that writes now has ended. A writer has its number before its
   * rows have their time of recording, so whoever begins later records a later time.
   */
  boolean haveAllFinished() {
    String ours = jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
    long deadline = System.nanoTime() + patience.toNanos();
    while (!noneBefore(ours)) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
    }
    return true;
  }

  /** One sealer at a time; it lasts until the transaction ends. */
  void lockSealing() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('dunwell.ledger.seal'))::text")
        .query(String.class)
        .single();
  }

  /** Waits for everyone who records, and lets nobody begin, until the transaction ends. */
  void lockPeriods() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('dunwell.ledger.period'))::text")
        .query(String.class)
        .single();
  }

  private boolean noneBefore(String transaction) {
    return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot()) >= cast(? as xid8)")
        .param(transaction)
        .query(Boolean.class)
        .single();
  }
}
