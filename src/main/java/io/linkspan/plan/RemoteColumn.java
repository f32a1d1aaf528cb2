package io.linkspan.plan;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.TypeName;

/**
 * One column of the remote query and, at the same place, of the column definition list.
 *
 * @param name its name on both sides
 * @param expression what the remote query selects
 * @param declared its type in the column definition list
 */
public record RemoteColumn(Identifier name, String expression, TypeName declared) {}
