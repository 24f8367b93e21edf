package io.dunwell.ledger;

/**
 * A table whose finished days are sealed. Every bean of this type is.
 *
 * @param name {@code schema.table}; it must have a column {@code recorded_at}
 * @param rows a query for the rows recorded from the first parameter (inclusive) until the second
 *     (exclusive), in a fixed order, every column as text that depends on no setting
 * @param strays a query that counts rows that no day would show, for example without their parent
 */
public record SealedTable(String name, String rows, String strays) {}
