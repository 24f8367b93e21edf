package io.dunwell.workflow;

import java.util.Optional;
import java.util.Set;

/** Knows who is away today, who stands in, and who leads a group. */
public interface Standby {

  /** Those for whom the person stands in today. */
  Set<String> absentFor(String person);

  /** Those who stand in for the person today; empty if they are here. */
  Set<String> standInsOf(String person);

  /** Who leads the group. */
  Optional<String> leadOf(Group group);
}
