package io.linkspan.connection;

/**
 * A column of a query's result, told without running the query.
 *
 * @param typeOid the type's OID on the server asked
 */
public record DescribedColumn(String name, long typeOid) {}
