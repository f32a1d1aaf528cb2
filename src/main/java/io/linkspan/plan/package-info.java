/**
 * From the request and both catalogs to what will be done, so that no later stage looks anything
 * up. Pure.
 */
@NullMarked
package io.linkspan.plan;

import org.jspecify.annotations.NullMarked;
