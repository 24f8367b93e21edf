package io.dunwell.workflow;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where Cockpit and Tasklist show what stands behind a page. */
@Service
public class Cockpit {

  private static final String INSTANCE =
      """
      select id_ from act_ru_execution
      where business_key_ = :key and parent_id_ is null order by id_ desc limit 1
      """;

  private final JdbcClient jdbc;

  Cockpit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The page of the running process with that business key, empty if none runs. */
  public Optional<String> linkTo(String businessKey) {
    return jdbc.sql(INSTANCE)
        .param("key", businessKey)
        .query(String.class)
        .optional()
        .map(id -> "/camunda/app/cockpit/default/#/process-instance/" + id + "/runtime");
  }
}
