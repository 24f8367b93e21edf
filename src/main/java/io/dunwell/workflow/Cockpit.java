package io.dunwell.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where Cockpit and Tasklist show what stands behind a page. */
@Service
public class Cockpit {

  private static final String INSTANCES =
      """
      select business_key_ as key, max(id_) as instance from act_ru_execution
      where business_key_ = any(:keys) and parent_id_ is null group by business_key_
      """;

  private final JdbcClient jdbc;

  Cockpit(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The page of the running process with that business key, empty if none runs. */
  public Optional<String> linkTo(String businessKey) {
    return Optional.ofNullable(linksTo(List.of(businessKey)).get(businessKey));
  }

  /** The pages of the running processes with these business keys, by key. */
  public Map<String, String> linksTo(Collection<String> businessKeys) {
    if (businessKeys.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(INSTANCES)
        .param("keys", businessKeys.toArray(String[]::new))
        .query(Running.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Running::key, Running::page));
  }

  /** The newest running process of a business key. */
  record Running(String key, String instance) {

    String page() {
      return "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime";
    }
  }
}
