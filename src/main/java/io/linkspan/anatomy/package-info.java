/**
 * In: the statement of a plan, or one that was written elsewhere. Out: an {@link
 * io.linkspan.anatomy.Anatomy}: its parts, and the messages by which it comes to pass. Pure.
 */
@NullMarked
package io.linkspan.anatomy;

import org.jspecify.annotations.NullMarked;
