package io.linkspan.pasted;

import io.linkspan.pg.Identifier;

/**
 * A target column and what the outer SELECT gives for it.
 *
 * @param expression over the names of the column definition list
 */
record Pair(Identifier column, String expression) {}
