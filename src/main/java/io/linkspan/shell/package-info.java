/** The terminal: the only doorway to JLine and Jansi. */
@NullMarked
package io.linkspan.shell;

import org.jspecify.annotations.NullMarked;
