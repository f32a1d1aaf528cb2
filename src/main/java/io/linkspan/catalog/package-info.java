/**
 * What both servers have: one query class per area of the system catalogs, read into immutable
 * snapshots. I/O; reads, never decides.
 */
@NullMarked
package io.linkspan.catalog;

import org.jspecify.annotations.NullMarked;
