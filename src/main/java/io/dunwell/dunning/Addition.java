package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row that is added once and never changes. */
@MappedSuperclass
abstract class Addition implements Persistable<UUID> {

  @Id private UUID id;
  private String recordedBy;

  @Generated
  @Column(insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected Addition() {}

  Addition(Actor by) {
    this.id = Ids.next();
    this.recordedBy = by.name();
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return recordedAt == null;
  }

  String recordedBy() {
    return recordedBy;
  }

  @Nullable Instant recordedAt() {
    return recordedAt;
  }
}
