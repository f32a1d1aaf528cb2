/**
 * Comparing what was copied: a plan, and the runs of it that the journal knows, to a {@link
 * io.linkspan.verify.Verification}. Both servers hash their rows by bucket; only buckets that
 * differ are looked into. Reads both servers and writes nothing.
 */
@NullMarked
package io.linkspan.verify;

import org.jspecify.annotations.NullMarked;
