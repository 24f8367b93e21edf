package io.dunwell.exchange;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mapping profiles: how each layout of files is read. Versions are kept for ever. */
@Service
@Transactional
public class Profiles {

  /** A profile in one of its versions. */
  public record Version(Profile profile, int version) {}

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Profiles(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Creates a profile or a new version of it; the same content again changes nothing.
   *
   * @param written YAML or JSON
   * @throws RuleViolation {@code profile.…} with what is wrong with it
   */
  public Version put(String name, String written, Actor by) {
    Profile profile = ProfileYaml.read(written, name);
    ProfileCheck.check(profile);
    Version before = find(name).orElse(null);
    if (before != null && before.profile().equals(profile)) {
      return before;
    }
    int version = before == null ? 1 : before.version() + 1;
    insert(profile, version, by);
    events.publishEvent(
        new Auditable(
            by,
            "import-profile.changed",
            "import-profile",
            name,
            Map.of("version", String.valueOf(version), "content", ProfileYaml.write(profile))));
    return new Version(profile, version);
  }

  /**
   * The version in force.
   *
   * @throws RuleViolation {@code profile.unknown}
   */
  @Transactional(readOnly = true)
  public Version get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "profile.unknown",
                    "There is no import profile %s. Create it, or choose another."
                        .formatted(name)));
  }

  /** Every profile in its version in force, by name. */
  @Transactional(readOnly = true)
  public List<Version> all() {
    return jdbc.sql(
            "select distinct on (name) name, version, content from exchange.profile"
                + " order by name, version desc")
        .query((row, index) -> version(row.getString(1), row.getInt(2), row.getString(3)))
        .list();
  }

  /** The profile as YAML, as it can be put again. */
  public static String yaml(Profile profile) {
    return ProfileYaml.write(profile);
  }

  Version get(String name, int version) {
    return jdbc.sql(
            "select content from exchange.profile where name = :name and version = :version")
        .param("name", name)
        .param("version", version)
        .query((row, index) -> version(name, version, row.getString(1)))
        .single();
  }

  /** Puts in what is shipped, anew where it ships otherwise, unless a person changed it. */
  void ship(Profile profile) {
    Integer version =
        jdbc.sql(
                """
                select coalesce(max(version), 0) + 1 from exchange.profile where name = :name
                having coalesce(bool_and(recorded_by = :system), true)
                   and :content is distinct from
                       (array_agg(content order by version desc))[1]""")
            .param("name", profile.name())
            .param("system", Actor.SYSTEM.name())
            .param("content", ProfileYaml.write(profile))
            .query(Integer.class)
            .optional()
            .orElse(null);
    if (version != null) {
      insert(profile, version, Actor.SYSTEM);
    }
  }

  private Optional<Version> find(String name) {
    return jdbc.sql(
            "select version, content from exchange.profile where name = :name"
                + " order by version desc limit 1")
        .param("name", name)
        .query((row, index) -> version(name, row.getInt(1), row.getString(2)))
        .optional();
  }

  private void insert(Profile profile, int version, Actor by) {
    jdbc.sql(
            "insert into exchange.profile (name, version, content, recorded_by)"
                + " values (:name, :version, :content, :by) on conflict do nothing")
        .param("name", profile.name())
        .param("version", version)
        .param("content", ProfileYaml.write(profile))
        .param("by", by.name())
        .update();
  }

  private static Version version(String name, int version, @Nullable String content) {
    return new Version(ProfileYaml.read(String.valueOf(content), name), version);
  }
}
