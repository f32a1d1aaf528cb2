package io.linkspan.connection;

import java.util.Optional;

/**
 * What a server tells of an error beyond what is mostly shown (manual, "Error and Notice Message
 * Fields").
 *
 * @param severity such as {@code ERROR}
 * @param place the source file, line and routine of the server that raised it
 */
public record ErrorOrigin(
    String severity,
    Optional<String> schema,
    Optional<String> table,
    Optional<String> column,
    Optional<String> dataType,
    Optional<String> constraint,
    Optional<String> internalQuery,
    Optional<String> place) {}
