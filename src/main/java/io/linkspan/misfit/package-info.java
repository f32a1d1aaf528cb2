/**
 * Finds the rows whose values do not fit, and the clauses that mend them. In: a plan and its open
 * link. Out: {@link io.linkspan.misfit.Misfits}. Reads both servers, writes nothing.
 */
@NullMarked
package io.linkspan.misfit;

import org.jspecify.annotations.NullMarked;
