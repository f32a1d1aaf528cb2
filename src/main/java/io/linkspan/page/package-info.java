/**
 * One page of HTML that tells of a session or of a run, to be shown to others. In: the steps of a
 * session and runs of the journal. Out: text that is XML as well. Pure.
 */
@NullMarked
package io.linkspan.page;

import org.jspecify.annotations.NullMarked;
