package io.linkspan.connection;

/**
 * The head of one column of a result.
 *
 * @param typeName the bare name in {@code pg_type}, such as {@code int4}
 */
public record ColumnHead(String name, String typeName) {}
