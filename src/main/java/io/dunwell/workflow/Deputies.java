package io.dunwell.workflow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * For which groups a person may work on tasks today: their own, and those of whom they stand in
 * for. Standing in lends tasks only; no right of an administrator or auditor is lent.
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

  /** Who works for the group today: its members who are here, and those who stand in. */
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

  private Set<String> inPersonOrStandIns(String person) {
    Set<String> standIns =
        standby.stream().findFirst().map(known -> known.standInsOf(person)).orElse(Set.of());
    return standIns.isEmpty() ? Set.of(person) : standIns;
  }

  private Set<String> absentFor(String person) {
    return standby.stream().findFirst().map(known -> known.absentFor(person)).orElse(Set.of());
  }

  private Set<Group> lentBy(String absent) {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    identities.person(absent).ifPresent(known -> groups.addAll(known.groups()));
    groups.retainAll(LENT);
    return groups;
  }
}
