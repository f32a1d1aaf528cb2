package io.linkspan.sql;

/**
 * One statement of a typed text.
 *
 * @param text as typed, without its semicolon and without white space and comments around it
 * @param begin index of its first character in the whole text
 * @param end index after its semicolon
 */
public record StatementText(String text, int begin, int end) {}
