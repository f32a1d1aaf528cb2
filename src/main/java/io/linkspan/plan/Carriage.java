package io.linkspan.plan;

import io.linkspan.pg.TypeName;

/**
 * How one source column travels: as text, out of the remote query and into a declared type.
 *
 * @param remote what the remote query selects, such as {@code email} or {@code price::numeric}
 * @param declared the type in the column definition list
 */
record Carriage(String remote, TypeName declared) {}
