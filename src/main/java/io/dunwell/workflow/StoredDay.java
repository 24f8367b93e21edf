package io.dunwell.workflow;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The business day as the database keeps it, in the books that the thread works in. */
@Repository
class StoredDay {

  private final JdbcClient jdbc;

  StoredDay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The row, which the first to ask writes. */
  Row readOr(Row initial) {
    jdbc.sql(
            "insert into workflow.business_day (offset_days, turned_on) values (?, ?)"
                + " on conflict do nothing")
        .params(initial.offsetDays(), initial.turnedOn())
        .update();
    return jdbc.sql("select offset_days, turned_on from workflow.business_day")
        .query(Row.class)
        .single();
  }

  void moved(long offsetDays) {
    jdbc.sql("update workflow.business_day set offset_days = ?").param(offsetDays).update();
  }

  void turned(LocalDate day) {
    jdbc.sql("update workflow.business_day set turned_on = ?").param(day).update();
  }

  boolean nothingPostedYet() {
    return !jdbc.sql("select exists (select 1 from ledger.v_posting)")
        .query(Boolean.class)
        .single();
  }

  record Row(long offsetDays, LocalDate turnedOn) {}
}
