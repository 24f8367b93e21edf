package io.dunwell.correspondence.web;

import io.dunwell.workflow.Cockpit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The process that a letter was written by, as long as it runs. */
@Component
class LetterProcesses {

  private static final String CASES =
      "select letter, case_id from dunning.v_notice where letter = any(:letters)";

  private final JdbcClient jdbc;
  private final Cockpit cockpit;

  LetterProcesses(JdbcClient jdbc, Cockpit cockpit) {
    this.jdbc = jdbc;
    this.cockpit = cockpit;
  }

  /** The page in Cockpit of the case behind each letter that has one. */
  Map<UUID, String> behind(Collection<UUID> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    Map<UUID, String> cases = new HashMap<>();
    jdbc.sql(CASES)
        .param("letters", letters.toArray(UUID[]::new))
        .query(
            row -> {
              cases.put(row.getObject("letter", UUID.class), row.getString("case_id"));
            });
    Map<String, String> pages = cockpit.linksTo(Map.copyOf(cases).values());
    cases.replaceAll((letter, id) -> pages.getOrDefault(id, ""));
    cases.values().removeIf(String::isEmpty);
    return cases;
  }
}
