package io.dunwell.dunning;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a policy.
 *
 * @param name the policy
 * @param version counts from 1
 * @param effectiveOn the first day that it rules
 * @param recordedBy who wrote it
 * @param recordedAt when, by the wall clock
 * @param definition the policy as it was written, JSON
 */
public record PolicyView(
    String name,
    int version,
    LocalDate effectiveOn,
    String recordedBy,
    @Nullable Instant recordedAt,
    @JsonRawValue @Schema(type = "object") String definition) {

  static PolicyView of(PolicyVersion version) {
    return new PolicyView(
        version.name(),
        version.version(),
        version.effectiveOn(),
        version.recordedBy(),
        version.recordedAt(),
        version.definition());
  }
}
