/**
 * Text of SQL taken apart: tokens, statements, clauses, and the one doorway to JSqlParser. In: what
 * was typed. Out: values with slices of the very text that was typed. Pure.
 */
@NullMarked
package io.linkspan.sql;

import org.jspecify.annotations.NullMarked;
