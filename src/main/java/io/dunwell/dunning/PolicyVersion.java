package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One version of a policy as it was written down. It never changes. */
@Entity
@Table(schema = "dunning", name = "policy_version")
class PolicyVersion implements Persistable<UUID> {

  @Id private UUID id;
  private String name;
  private int version;
  private LocalDate effectiveOn;
  private String definition;
  private String recordedBy;

  @Generated
  @Column(insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected PolicyVersion() {}

  PolicyVersion(String name, int version, LocalDate effectiveOn, String definition, Actor by) {
    this.id = Ids.next();
    this.name = name;
    this.version = version;
    this.effectiveOn = effectiveOn;
    this.definition = definition;
    this.recordedBy = by.name();
  }

  @Override
  public UUID getId() {
    return id;
  }

  /** Versions are only ever added. */
  @Override
  public boolean isNew() {
    return recordedAt == null;
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

  String recordedBy() {
    return recordedBy;
  }

  @Nullable Instant recordedAt() {
    return recordedAt;
  }
}
