/** Results as lines of text, given a width; CSV; JSON. Pure but for the file of skipped rows. */
@NullMarked
package io.linkspan.report;

import org.jspecify.annotations.NullMarked;
