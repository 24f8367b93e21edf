package io.dunwell.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; null parts ask for all.
 *
 * @param item an open item or receipt that a posting names
 * @param customer a customer that a posting names
 */
public record EntryQuery(@Nullable UUID item, @Nullable UUID customer) {}
