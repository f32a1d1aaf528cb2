package io.linkspan.connection;

/**
 * A column that a statement would give.
 *
 * @param type OID of its type
 * @param modifier as in {@code pg_attribute.atttypmod}; -1 for none
 */
public record StatementColumn(String name, long type, int modifier) {}
