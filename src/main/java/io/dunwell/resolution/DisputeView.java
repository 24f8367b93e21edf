package io.dunwell.resolution;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it stands.
 *
 * @param item null for the whole account
 * @param amount null for all of it
 * @param settledOn null while it is open
 * @param settledBy null while it is open
 * @param finding what was found; null while it is open
 */
public record DisputeView(
    DisputeId id,
    CustomerId customer,
    String currency,
    @Nullable ItemId item,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    Department department,
    String claim,
    LocalDate raisedOn,
    String raisedBy,
    HoldId hold,
    DisputeState state,
    @Nullable LocalDate settledOn,
    @Nullable String settledBy,
    @Nullable String finding) {}
