/**
 * Takes a run back: in go a session on the target and a run of its journal, out comes how many of
 * its rows are gone. Rows are told by the ids of the transactions that inserted them, so that a row
 * that was changed since stays.
 */
@NullMarked
package io.linkspan.undo;

import org.jspecify.annotations.NullMarked;
