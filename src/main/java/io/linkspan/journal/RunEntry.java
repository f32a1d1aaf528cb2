package io.linkspan.journal;

import java.util.Optional;

/**
 * What is known of a run when it begins.
 *
 * @param source the name of the connection that is read
 * @param sourceDatabase where it leads, as {@code user@host:port/database}
 * @param reading the source table's quoted name, or {@code (query)}
 * @param target the name of the connection that is written
 * @param into the target table's quoted name with its schema
 * @param request the plan as typed: {@code SOURCE -> TARGET} and its clauses
 * @param statement the INSERT, without the range of a batch
 * @param division {@code whole}, {@code pages N}, {@code keys N} or {@code fetches N}
 * @param snapshot what all batches see of the source, as {@code pg_current_snapshot} tells it;
 *     empty for a run of one transaction
 * @param sourceFiles the files of the source's heaps, to notice a rewrite; empty where not needed
 * @param targetFiles the files of the target's heaps, to notice a rewrite
 * @param clean whether no row that the target had before can have a transaction id of the run
 */
public record RunEntry(
    String source,
    String sourceDatabase,
    String reading,
    String target,
    String into,
    String request,
    String statement,
    String division,
    Optional<String> snapshot,
    String sourceFiles,
    String targetFiles,
    boolean clean) {}
