package io.linkspan.sql;

import io.linkspan.pg.QualifiedName;

/**
 * A function called in a text.
 *
 * @param offset index of the name in the text
 */
public record FunctionCall(QualifiedName name, int offset) {}
