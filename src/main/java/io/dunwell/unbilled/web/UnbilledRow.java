package io.dunwell.unbilled.web;

import io.dunwell.billing.RegisterEntry;
import io.dunwell.unbilled.Explanation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something unbilled with what is being done about it.
 *
 * @param chase its open chase; null if nobody is asked
 * @param said the last word about it; null if nothing was said
 * @param asOf the day that it is looked at
 */
record UnbilledRow(
    RegisterEntry item, @Nullable AskedAbout chase, @Nullable Explanation said, LocalDate asOf) {

  enum Standing {
    ASKED,
    WITH_MANAGER,
    EXPLAINED
  }

  /** How it stands; null if nobody was asked and nothing was said. */
  public @Nullable Standing standing() {
    if (said != null && said.quietOn(asOf)) {
      return Standing.EXPLAINED;
    }
    if (chase == null) {
      return null;
    }
    return chase.escalatedOn() == null ? Standing.ASKED : Standing.WITH_MANAGER;
  }

  /** Whom it waits for. */
  public @Nullable String waitsFor() {
    return chase == null ? null : chase.owner();
  }

  public @Nullable LocalDate askedOn() {
    return chase == null ? null : chase.openedOn();
  }

  public @Nullable String saidBy() {
    return said == null ? null : said.by();
  }

  public @Nullable String reason() {
    return said == null ? null : said.reason();
  }

  public @Nullable LocalDate until() {
    return said == null ? null : said.until();
  }
}
