/** Arguments, wiring and exit code. */
@NullMarked
package io.linkspan;

import org.jspecify.annotations.NullMarked;
