/**
 * What could stand at a place of the text that is typed, and what in it is unknown. In: the text,
 * the cursor, the names of the databases. Out: completions and marks. Pure; asks no server.
 */
@NullMarked
package io.linkspan.completion;

import org.jspecify.annotations.NullMarked;
