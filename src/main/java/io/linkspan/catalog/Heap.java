package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;

/**
 * A file of rows that a {@code ctid} counts in: a table's own, or that of one partition.
 *
 * @param pages in the main fork, as the server counts them now
 * @param bytes with TOAST
 * @param addressable whether reading it by itself gives the very rows that its parent gives: an
 *     ordinary heap that the role may select from, without row security of its own or the parent's
 */
public record Heap(QualifiedName name, long pages, long bytes, boolean addressable) {}
