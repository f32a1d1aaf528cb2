/**
 * The user's configuration file. In: its text. Out: what its sections say, with the place of each
 * mistake, and texts in which one section was changed and every other byte was left. The one
 * doorway to the TOML library. Reads and writes one file.
 */
@NullMarked
package io.linkspan.configfile;

import org.jspecify.annotations.NullMarked;
