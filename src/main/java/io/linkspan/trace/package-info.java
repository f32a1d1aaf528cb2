/**
 * In: what the shell's sessions send and receive. Out: the conversation of shell, target and source
 * as {@link io.linkspan.trace.TraceEvent}s, in order, with what both servers say of it. Asks the
 * servers in sessions of its own.
 */
@NullMarked
package io.linkspan.trace;

import org.jspecify.annotations.NullMarked;
