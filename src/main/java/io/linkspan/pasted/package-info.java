/**
 * A dblink INSERT that was written elsewhere, made into the request that a plan is made of, and
 * dblink calls in typed statements. Pure: what must be asked of servers comes in as a value.
 */
@org.jspecify.annotations.NullMarked
package io.linkspan.pasted;
