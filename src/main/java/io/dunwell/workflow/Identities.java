package io.dunwell.workflow;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The people and groups that the engine, its web applications and Dunwell share. */
@Service
public class Identities {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final ProvenPasswords proven = new ProvenPasswords();

  /** A hash that no password fits, so that unknown names take as long as known ones. */
  private final String nobody;

  Identities(IdentityService identity, ProcessEngineConfigurationImpl engine) {
    this.identity = identity;
    this.engine = engine;
    this.nobody = engine.getPasswordManager().encrypt(UUID.randomUUID().toString());
  }

  /** Everybody who may log in, by name: whoever belongs to a group. */
  public List<Person> people() {
    return identity.createUserQuery().list().stream()
        .map(this::person)
        .filter(person -> !person.groups().isEmpty())
        .sorted(Comparator.comparing(Person::name))
        .toList();
  }

  public Optional<Person> person(String name) {
    return Optional.ofNullable(identity.createUserQuery().userId(name).singleResult())
        .map(this::person)
        .filter(person -> !person.groups().isEmpty());
  }

  /** Whether the name belongs to somebody, or to the engine itself. */
  public boolean taken(String name) {
    return identity.createUserQuery().userId(name).count() > 0;
  }

  /** Whether anybody belongs to the group. */
  public boolean anyoneIn(Group group) {
    return identity.createUserQuery().memberOfGroup(group.id()).count() > 0;
  }

  /** Whether this is the person's password; takes its time for unknown names, too. */
  public boolean passwordFits(String name, String password) {
    UserEntity user = (UserEntity) identity.createUserQuery().userId(name).singleResult();
    boolean known = user != null && user.getPassword() != null;
    String hash = known ? user.getPassword() : nobody;
    String salt = known && user.getSalt() != null ? user.getSalt() : "";
    return proven.fits(
            hash, password, () -> engine.getPasswordManager().check(password + salt, hash))
        && known;
  }

  /** Creates the person. The caller has checked that the name is free. */
  public void create(Person person, String password) {
    User user = identity.newUser(person.name());
    user.setPassword(password);
    write(user, person);
    joinOnly(person.name(), person.groups());
  }

  /** Changes the person's particulars and groups. */
  public void change(Person person) {
    write(user(person.name()), person);
    joinOnly(person.name(), person.groups());
  }

  public void changePassword(String name, String password) {
    User user = user(name);
    user.setPassword(password);
    identity.saveUser(user);
  }

  /** Removes the person with all memberships; nothing happens if there is none. */
  public void remove(String name) {
    identity.deleteUser(name);
  }

  private void write(User user, Person person) {
    user.setFirstName(person.fullName());
    user.setLastName("");
    user.setEmail(person.email());
    identity.saveUser(user);
  }

  private void joinOnly(String name, Set<Group> groups) {
    Set<Group> joined = groupsOf(name);
    groups.stream()
        .filter(group -> !joined.contains(group))
        .forEach(group -> identity.createMembership(name, group.id()));
    joined.stream()
        .filter(group -> !groups.contains(group))
        .forEach(group -> identity.deleteMembership(name, group.id()));
  }

  private User user(String name) {
    User user = identity.createUserQuery().userId(name).singleResult();
    if (user == null) {
      throw new IllegalArgumentException("There is nobody called " + name);
    }
    return user;
  }

  private Person person(User user) {
    return new Person(
        user.getId(), text(user.getFirstName()), text(user.getEmail()), groupsOf(user.getId()));
  }

  private Set<Group> groupsOf(String name) {
    Set<String> ids =
        identity.createGroupQuery().groupMember(name).list().stream()
            .map(org.camunda.bpm.engine.identity.Group::getId)
            .collect(Collectors.toSet());
    EnumSet<Group> groups = EnumSet.allOf(Group.class);
    groups.removeIf(group -> !ids.contains(group.id()));
    return groups;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
