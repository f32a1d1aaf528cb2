package io.linkspan.connection;

import io.linkspan.pg.Identifier;

/**
 * What a role may do with a foreign server.
 *
 * @param usable whether it has USAGE
 * @param mapped whether it, or every role, has a user mapping there
 */
public record ServerRights(Identifier server, boolean usable, boolean mapped) {}
