package io.linkspan.plan;

import java.util.Optional;

/**
 * A name in the request that the catalogs do not know; the check makes a finding of it.
 *
 * @param what the kind of object and its name, such as {@code column "emial"}
 * @param where in which clause it stands
 * @param hint the names that may be meant
 */
public record Flaw(String what, String where, Optional<String> hint) {}
