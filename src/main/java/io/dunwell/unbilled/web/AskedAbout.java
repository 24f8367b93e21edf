package io.dunwell.unbilled.web;

import io.dunwell.unbilled.Asks;
import io.dunwell.unbilled.ChaseView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about something unbilled.
 *
 * @param chase its id
 * @param owner login name; null if everybody in the groups is asked
 * @param escalatedOn the day on which the manager was asked; null if not yet
 */
record AskedAbout(
    UUID chase,
    Asks asks,
    @Nullable String owner,
    LocalDate openedOn,
    LocalDate escalateOn,
    @Nullable LocalDate escalatedOn,
    String because) {

  static AskedAbout of(ChaseView chase) {
    return new AskedAbout(
        chase.id().value(),
        chase.asks(),
        chase.owner(),
        chase.openedOn(),
        chase.escalateOn(),
        chase.escalatedOn(),
        chase.because());
  }

  /** Null where nobody is. */
  static @Nullable AskedAbout read(ResultSet row) throws SQLException {
    UUID chase = row.getObject("chase", UUID.class);
    return chase == null
        ? null
        : new AskedAbout(
            chase,
            Asks.valueOf(row.getString("asks")),
            row.getString("chased"),
            row.getObject("opened_on", LocalDate.class),
            row.getObject("escalate_on", LocalDate.class),
            row.getObject("escalated_on", LocalDate.class),
            row.getString("because"));
  }
}
