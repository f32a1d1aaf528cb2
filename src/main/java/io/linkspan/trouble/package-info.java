/**
 * The catalogue of dblink's troubles, and the explanation of an error by it. In: an error and where
 * it came up; out: the same error with its cause and what to type next. Pure.
 */
@NullMarked
package io.linkspan.trouble;

import org.jspecify.annotations.NullMarked;
