/** Results as lines of text, given a width; CSV; JSON. Pure. */
@NullMarked
package io.linkspan.report;

import org.jspecify.annotations.NullMarked;
