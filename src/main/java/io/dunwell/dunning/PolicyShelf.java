package io.dunwell.dunning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which policy rules whom on a day. */
@Component
class PolicyShelf {

  private static final String COMPANY =
      """
      select policy from dunning.policy_assignment
      where scope = 'COMPANY' and effective_on <= :day
      order by effective_on desc, recorded_at desc, id desc limit 1
      """;

  private static final String ASSIGNED =
      """
      select distinct on (subject) subject, policy from dunning.policy_assignment
      where subject = any(cast(:subjects as uuid[])) and effective_on <= :day
      order by subject, effective_on desc, recorded_at desc, id desc
      """;

  private final PolicyVersions versions;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  PolicyShelf(PolicyVersions versions, JdbcClient jdbc, ObjectMapper json) {
    this.versions = versions;
    this.jdbc = jdbc;
    this.json = json;
  }

  PolicyBook on(LocalDate day) {
    Map<String, PolicyVersion> ruling = new HashMap<>();
    versions.effectiveOn(day).forEach(version -> ruling.put(version.name(), version));
    Map<String, Policy> byName = new HashMap<>();
    ruling.forEach((name, version) -> byName.put(name, read(version)));
    String company = jdbc.sql(COMPANY).param("day", day).query(String.class).single();
    return new PolicyBook(byName, company);
  }

  /** The names of the policies assigned to customers or documents; others are missing. */
  Map<UUID, String> assigned(Collection<UUID> subjects, LocalDate day) {
    Map<UUID, String> assigned = new HashMap<>();
    jdbc.sql(ASSIGNED)
        .param("subjects", FactQueries.texts(subjects))
        .param("day", day)
        .query(
            row -> {
              String policy = row.getString("policy");
              if (policy != null) {
                assigned.put(row.getObject("subject", UUID.class), policy);
              }
            });
    return assigned;
  }

  Policy read(PolicyVersion version) {
    try {
      return PolicyReader.read(
          version.name(), version.version(), json.readTree(version.definition()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored policy " + version.name() + " is damaged", e);
    }
  }
}
