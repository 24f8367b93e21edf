package io.dunwell.dunning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A collection case.
 *
 * @param customer the customer's number
 * @param currency ISO code
 * @param stage the number of the stage it acted at last, or null before the first act
 * @param stageOn when that was, or null
 * @param legalDecidedOn when a manager decided for the legal referral, or null
 * @param legalDecidedBy who that was, or null
 * @param closedOn null while it is open
 * @param closeReason why it ended, or null
 */
public record CaseView(
    CaseId id,
    String customer,
    String customerName,
    String currency,
    LocalDate openedOn,
    @Nullable Integer stage,
    @Nullable LocalDate stageOn,
    @Nullable LocalDate legalDecidedOn,
    @Nullable String legalDecidedBy,
    @Nullable LocalDate closedOn,
    @Nullable String closeReason) {}
