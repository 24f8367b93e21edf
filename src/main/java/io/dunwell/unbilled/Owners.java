package io.dunwell.unbilled;

import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Deputies;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is asked: the contract's owner; while they are away their groups, and else billing. */
@Component
class Owners {

  private static final Set<Group> DEPARTMENTS =
      EnumSet.of(Group.BILLING, Group.SALES, Group.OPERATIONS, Group.ACCOUNTS);
  private static final Asked BILLING = new Asked(null, List.of(Group.BILLING.id()));

  private final Identities identities;
  private final Deputies deputies;

  Owners(Identities identities, Deputies deputies) {
    this.identities = identities;
    this.deputies = deputies;
  }

  /**
   * Who is asked.
   *
   * @param owner login name; null if everybody in the groups is
   * @param groups ids of the groups whose members may answer
   */
  record Asked(@Nullable String owner, List<String> groups) {}

  /** For each login name who is asked today. */
  Function<String, Asked> today() {
    Map<String, Person> people =
        identities.people().stream().collect(Collectors.toMap(Person::name, Function.identity()));
    Set<String> present = present();
    return name -> asked(people.get(name), present);
  }

  /** Who may be asked by name: members of the departments who are here today. */
  List<Person> candidates() {
    Set<String> present = present();
    return identities.people().stream()
        .filter(person -> present.contains(person.name()) && !departmentsOf(person).isEmpty())
        .toList();
  }

  /**
   * That very person.
   *
   * @throws RuleViolation {@code unbilled-chase.nobody-to-ask}
   */
  Asked named(String name) {
    return candidates().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .map(person -> new Asked(person.name(), departmentsOf(person)))
        .orElseThrow(
            () ->
                new RuleViolation(
                    "unbilled-chase.nobody-to-ask",
                    "%s cannot be asked: choose somebody of Billing, Sales, Operations or Accounts who is not away."
                        .formatted(name)));
  }

  private Set<String> present() {
    return DEPARTMENTS.stream()
        .flatMap(group -> deputies.present(group).stream())
        .collect(Collectors.toSet());
  }

  private static List<String> departmentsOf(Person person) {
    return person.groups().stream().filter(DEPARTMENTS::contains).map(Group::id).sorted().toList();
  }

  private static Asked asked(@Nullable Person owner, Set<String> present) {
    if (owner == null) {
      return BILLING;
    }
    List<String> groups = departmentsOf(owner);
    if (groups.isEmpty()) {
      return BILLING;
    }
    return new Asked(present.contains(owner.name()) ? owner.name() : null, groups);
  }
}
