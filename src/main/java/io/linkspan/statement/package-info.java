/**
 * From the plan to the text that does it, built in one pass so that its lists cannot drift apart.
 * Pure.
 */
@NullMarked
package io.linkspan.statement;

import org.jspecify.annotations.NullMarked;
