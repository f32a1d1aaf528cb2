package io.linkspan.sql;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.QualifiedName;
import java.util.Optional;

/**
 * A column named in an expression.
 *
 * @param qualifier the table or alias before the dot
 * @param offset index of the reference in the text
 */
public record ColumnReference(Optional<QualifiedName> qualifier, Identifier name, int offset) {}
