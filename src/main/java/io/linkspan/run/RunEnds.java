package io.linkspan.run;

import io.linkspan.connection.Link;
import io.linkspan.connection.OpenConnection;

/**
 * The connections that a run works on.
 *
 * @param link open in the target's prompt session
 */
public record RunEnds(OpenConnection source, OpenConnection target, Link link) {}
