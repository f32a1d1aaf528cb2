/**
 * What each run did, kept in the target in schema {@code linkspan}: in go the runs and their
 * batches, out comes what is left to do and what could be taken back. A batch is written in the
 * transaction that copies it.
 */
@NullMarked
package io.linkspan.journal;

import org.jspecify.annotations.NullMarked;
