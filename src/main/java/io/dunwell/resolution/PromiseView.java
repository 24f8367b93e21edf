package io.dunwell.resolution;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dunwell.party.CustomerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands.
 *
 * @param items what it is about; empty for the whole account
 * @param decidedOn when it was kept, broken or replaced; null while it is open
 */
public record PromiseView(
    PromiseId id,
    CustomerId customer,
    String currency,
    LocalDate madeOn,
    String madeBy,
    String note,
    PromiseState state,
    @Nullable LocalDate decidedOn,
    List<UUID> items,
    List<Part> parts) {

  /** One sum of it. */
  public record Part(
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
      LocalDate payBy,
      LocalDate graceUntil,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal received,
      String outcome) {}
}
