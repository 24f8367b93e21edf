package io.dunwell.access;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Standby;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of who stands in for whom, and who leads which department. */
@Service
@Transactional
public class Substitutions implements Standby {

  private static final String IN_FORCE =
      " from_on <= :day and until_on >= :day and (ended_on is null or ended_on > :day)";

  private final JdbcClient jdbc;
  private final Identities identities;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Substitutions(
      JdbcClient jdbc, Identities identities, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.identities = identities;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Has somebody stand in.
   *
   * @param until the last day
   * @throws RuleViolation {@code user.unknown}, {@code substitution.same-person}, {@code
   *     substitution.backwards}, {@code substitution.circle}
   */
  public UUID plan(
      String absent,
      String standIn,
      LocalDate from,
      LocalDate until,
      @Nullable String reason,
      Actor by) {
    existing(absent);
    existing(standIn);
    if (absent.equals(standIn)) {
      throw new RuleViolation("substitution.same-person", "Nobody stands in for themselves.");
    }
    if (until.isBefore(from) || until.isBefore(LocalDate.now(clock))) {
      throw new RuleViolation(
          "substitution.backwards", "The last day comes after the first, and is not over yet.");
    }
    if (endsAt(absent, standIn, from, until)) {
      throw new RuleViolation(
          "substitution.circle",
          "%s is away in that time, and their tasks would come back to %s. Name somebody who is here."
              .formatted(standIn, absent));
    }
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into access.substitution
              (id, absent, stand_in, from_on, until_on, reason, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id, absent, standIn, from, until, reason, by.name())
        .update();
    tell(by, "substitution.planned", id, Map.of("absent", absent, "standIn", standIn));
    return id;
  }

  /** Whether on some day of that time the stand-ins of one lead to the other. */
  private boolean endsAt(String end, String start, LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            with recursive chain (person, from_on, until_on) as (
              select cast(:start as text), cast(:from as date), cast(:until as date)
              union
              select s.stand_in, greatest(c.from_on, s.from_on), least(c.until_on, s.until_on)
                from chain c
                join access.substitution s
                  on s.absent = c.person and s.ended_on is null
                 and s.from_on <= c.until_on and s.until_on >= c.from_on)
            select exists (select 1 from chain where person = :end)""")
        .param("start", start)
        .param("end", end)
        .param("from", from)
        .param("until", until)
        .query(Boolean.class)
        .single();
  }

  /**
   * Ends it from today on.
   *
   * @throws RuleViolation {@code substitution.unknown}
   */
  public void end(UUID id, Actor by) {
    int ended =
        jdbc.sql("update access.substitution set ended_on = ? where id = ? and ended_on is null")
            .params(LocalDate.now(clock), id)
            .update();
    if (ended == 0) {
      throw new RuleViolation("substitution.unknown", "There is no such substitution to end.");
    }
    tell(by, "substitution.ended", id, Map.of());
  }

  /** Those that count today or later, the earliest first. */
  @Transactional(readOnly = true)
  public List<SubstitutionView> upcoming() {
    return jdbc.sql(
            """
            select id, absent, stand_in, from_on, until_on, reason from access.substitution
             where until_on >= ? and ended_on is null order by from_on, absent""")
        .param(LocalDate.now(clock))
        .query(
            (row, n) ->
                new SubstitutionView(
                    row.getObject("id", UUID.class),
                    row.getString("absent"),
                    row.getString("stand_in"),
                    row.getObject("from_on", LocalDate.class),
                    row.getObject("until_on", LocalDate.class),
                    row.getString("reason")))
        .list();
  }

  /**
   * Has somebody lead a department.
   *
   * @throws RuleViolation {@code user.unknown}, {@code lead.outsider} if they are not of it
   */
  public void lead(Group department, String person, Actor by) {
    if (!existing(person).contains(department)) {
      throw new RuleViolation(
          "lead.outsider", person + " does not belong to " + department.title() + ".");
    }
    jdbc.sql(
            """
            insert into access.lead (department, person, recorded_by) values (?, ?, ?)
            on conflict (department) do update
              set person = excluded.person, recorded_by = excluded.recorded_by,
                  recorded_at = clock_timestamp()""")
        .params(department.id(), person, by.name())
        .update();
    events.publishEvent(
        new Auditable(by, "lead.named", "group", department.id(), Map.of("person", person)));
  }

  /** Who leads which department. */
  @Transactional(readOnly = true)
  public Map<Group, String> leads() {
    Map<Group, String> leads = new EnumMap<>(Group.class);
    jdbc.sql("select department, person from access.lead")
        .query(
            row -> {
              leads.put(Group.of(row.getString(1)), row.getString(2));
            });
    return leads;
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> absentFor(String person) {
    return names("select absent from access.substitution where stand_in = :who and", person);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<String> standInsOf(String person) {
    return names("select stand_in from access.substitution where absent = :who and", person);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> leadOf(Group group) {
    return Optional.ofNullable(leads().get(group));
  }

  private Set<String> names(String select, String person) {
    return new HashSet<>(
        jdbc.sql(select + IN_FORCE)
            .param("who", person)
            .param("day", LocalDate.now(clock))
            .query(String.class)
            .list());
  }

  private Set<Group> existing(String person) {
    return identities
        .person(person)
        .orElseThrow(
            () -> new RuleViolation("user.unknown", "There is no user called " + person + "."))
        .groups();
  }

  private void tell(Actor by, String act, UUID id, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "substitution", id.toString(), details));
  }
}
