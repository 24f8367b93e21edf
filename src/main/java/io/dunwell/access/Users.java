package io.dunwell.access;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may log in. Each change ends the sessions of whom it concerns. */
@Service
public class Users {

  private final Identities identities;
  private final Tokens tokens;
  private final Sessions sessions;
  private final ApplicationEventPublisher events;

  Users(Identities identities, Tokens tokens, Sessions sessions, ApplicationEventPublisher events) {
    this.identities = identities;
    this.tokens = tokens;
    this.sessions = sessions;
    this.events = events;
  }

  /** Everybody, by name. */
  public List<Person> all() {
    return identities.people();
  }

  /**
   * One person.
   *
   * @throws RuleViolation {@code user.unknown}
   */
  public Person view(String name) {
    return identities
        .person(name)
        .orElseThrow(
            () -> new RuleViolation("user.unknown", "There is no user called " + name + "."));
  }

  /**
   * Creates somebody who may log in at once.
   *
   * @throws RuleViolation {@code user.name}, {@code user.taken}, {@code user.no-group}, {@code
   *     user.password-weak}
   */
  @Transactional
  public void create(Person person, String password, Actor by) {
    if (!person.name().matches("[a-z][a-z0-9._-]{1,59}")) {
      throw new RuleViolation(
          "user.name",
          "A login name has 2 to 60 small letters, digits, dots or dashes and begins with a"
              + " letter.");
    }
    if (identities.taken(person.name())) {
      throw new RuleViolation("user.taken", "The name " + person.name() + " is taken.");
    }
    requireGroup(person);
    Passwords.check(person.name(), password);
    identities.create(person, password);
    audit(by, "user.created", person);
  }

  /**
   * Changes particulars and groups.
   *
   * @throws RuleViolation {@code user.unknown}, {@code user.no-group}, {@code user.last-admin}
   */
  @Transactional
  public void change(Person person, Actor by) {
    Person before = view(person.name());
    requireGroup(person);
    if (!person.groups().contains(Group.ADMIN)) {
      requireAnotherAdministrator(before);
    }
    identities.change(person);
    sessions.end(person.name());
    audit(by, "user.changed", person);
  }

  /**
   * Removes somebody with all sessions and tokens. What they did stays.
   *
   * @throws RuleViolation {@code user.unknown}, {@code user.last-admin}
   */
  @Transactional
  public void remove(String name, Actor by) {
    Person person = view(name);
    requireAnotherAdministrator(person);
    identities.remove(name);
    tokens.revokeAll(name);
    sessions.end(name);
    audit(by, "user.removed", person);
  }

  /**
   * Gives somebody another password.
   *
   * @throws RuleViolation {@code user.unknown}, {@code user.password-weak}
   */
  @Transactional
  public void resetPassword(String name, String password, Actor by) {
    Person person = view(name);
    Passwords.check(name, password);
    identities.changePassword(name, password);
    sessions.end(name);
    audit(by, "user.password-reset", person);
  }

  /**
   * Changes one's own password.
   *
   * @throws RuleViolation {@code user.password-wrong} if the old one does not fit, {@code
   *     user.password-weak}
   */
  @Transactional
  public void changeOwnPassword(String old, String password, Actor by) {
    if (!identities.passwordFits(by.name(), old)) {
      throw new RuleViolation("user.password-wrong", "The present password is not right.");
    }
    Passwords.check(by.name(), password);
    identities.changePassword(by.name(), password);
    sessions.end(by.name());
    audit(by, "user.password-changed", view(by.name()));
  }

  private static void requireGroup(Person person) {
    if (person.groups().isEmpty()) {
      throw new RuleViolation("user.no-group", "A user belongs to at least one group.");
    }
  }

  private void requireAnotherAdministrator(Person person) {
    boolean only =
        person.groups().contains(Group.ADMIN)
            && identities.people().stream()
                .filter(other -> other.groups().contains(Group.ADMIN))
                .allMatch(other -> other.name().equals(person.name()));
    if (only) {
      throw new RuleViolation(
          "user.last-admin",
          person.name() + " is the only administrator. Make somebody else one first.");
    }
  }

  private void audit(Actor by, String act, Person person) {
    String groups =
        person.groups().stream().map(Group::id).sorted().collect(Collectors.joining(" "));
    events.publishEvent(
        new Auditable(
            by,
            act,
            "user",
            person.name(),
            Map.of("fullName", person.fullName(), "groups", groups)));
  }
}
