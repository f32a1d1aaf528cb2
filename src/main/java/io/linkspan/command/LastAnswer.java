package io.linkspan.command;

import java.util.Optional;

/**
 * What a typed statement gave last.
 *
 * @param first the first value of the first row; empty for NULL and where there is no row
 * @param rows the rows it gave or changed
 * @param text the values of its first rows, each on a line
 */
record LastAnswer(Optional<String> first, long rows, String text) {}
