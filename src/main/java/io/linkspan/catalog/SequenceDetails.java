package io.linkspan.catalog;

import java.util.Optional;

/**
 * A sequence, as describe shows it; numbers as the server writes them.
 *
 * @param owner the column that it belongs to, as SQL
 * @param identity whether that is an identity column
 */
public record SequenceDetails(
    String type,
    String start,
    String minimum,
    String maximum,
    String increment,
    boolean cycles,
    String cache,
    Optional<String> owner,
    boolean identity) {}
