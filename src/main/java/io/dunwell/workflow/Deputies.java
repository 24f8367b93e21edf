package io.dunwell.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * For which groups a person may work on tasks today: their own, and those of whom they stand in
 * for. Who stands in for somebody away who stands in for a third has the third's tasks, too.
 * Standing in lends tasks only; no right of an administrator or auditor is lent.
 */
@Service
public class Deputies {

  private static final Set<Group> LENT =
      EnumSet.complementOf(EnumSet.of(Group.ADMIN, Group.AUDITOR));

  private final Identities identities;
  private final ObjectProvider<Standby> standby;

  Deputies(Identities identities, ObjectProvider<Standby> standby) {
    this.identities = identities;
    this.standby = standby;
  }

  /** The groups whose tasks the person may do today; none if there is no such person. */
  public Set<Group> groupsOf(String person) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    identities.person(person).ifPresent(known -> groups.addAll(known.groups()));
    if (!groups.isEmpty()) {
      absentFor(person).forEach(absent -> groups.addAll(lentBy(absent)));
    }
    return groups;
  }

  /** In whose place the person works for that group; empty if it is their own. */
  public Optional<String> inPlaceOf(String person, Group group) {
    boolean own = identities.person(person).filter(p -> p.groups().contains(group)).isPresent();
    return own
        ? Optional.empty()
        : absentFor(person).stream().filter(absent -> lentBy(absent).contains(group)).findFirst();
  }

  /**
   * Who works for the group today: its members who are here, and those here who stand in for the
   * others.
   */
  public Set<String> present(Group group) {
    Set<String> present = new TreeSet<>();
    for (Person member : identities.people()) {
      if (member.groups().contains(group)) {
        present.addAll(inPersonOrStandIns(member.name()));
      }
    }
    return present;
  }

  /** Who leads the group today: its lead, or who stands in for them. */
  public Optional<String> leadOf(Group group) {
    return standby.stream()
        .findFirst()
        .flatMap(known -> known.leadOf(group))
        .flatMap(lead -> inPersonOrStandIns(lead).stream().sorted().findFirst());
  }

  /** The ends of the chain of stand-ins; the person if there is none, or all are away. */
  private Set<String> inPersonOrStandIns(String person) {
    Set<String> here = new TreeSet<>();
    for (String each : chain(person, Standby::standInsOf)) {
      if (standIns(each).isEmpty()) {
        here.add(each);
      }
    }
    return here.isEmpty() ? Set.of(person) : here;
  }

  private Set<String> standIns(String person) {
    return standby.stream().findFirst().map(known -> known.standInsOf(person)).orElse(Set.of());
  }

  /** Those away whose tasks the person has, the nearest first. */
  private Set<String> absentFor(String person) {
    return chain(person, Standby::absentFor);
  }

  /** Whom the steps lead to from the person on, each once, the nearest first. */
  private Set<String> chain(String person, BiFunction<Standby, String, Set<String>> step) {
    Set<String> chain = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(person));
    while (!open.isEmpty()) {
      String next = open.remove();
      for (String each :
          standby.stream().findFirst().map(known -> step.apply(known, next)).orElse(Set.of())) {
        if (!each.equals(person) && chain.add(each)) {
          open.add(each);
        }
      }
    }
    return chain;
  }

  private Set<Group> lentBy(String absent) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    identities.person(absent).ifPresent(known -> groups.addAll(known.groups()));
    groups.retainAll(LENT);
    return groups;
  }
}
