package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** One version of a policy as it was written down. It never changes. */
@Entity
@Table(schema = "dunning", name = "policy_version")
class PolicyVersion extends Addition {

  private String name;
  private int version;
  private LocalDate effectiveOn;
  private String definition;

  @SuppressWarnings("NullAway.Init")
  protected PolicyVersion() {}

  PolicyVersion(String name, int version, LocalDate effectiveOn, String definition, Actor by) {
    super(by);
    this.name = name;
    this.version = version;
    this.effectiveOn = effectiveOn;
    this.definition = definition;
  }

  String name() {
    return name;
  }

  int version() {
    return version;
  }

  LocalDate effectiveOn() {
    return effectiveOn;
  }

  String definition() {
    return definition;
  }
}
