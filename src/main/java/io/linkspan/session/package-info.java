/**
 * What was typed and what came of it, step by step, for whoever tells of it later: a saved script,
 * a page, events for programs. In: facts, as commands find them. Out: {@code SessionLog}. Pure.
 */
@NullMarked
package io.linkspan.session;

import org.jspecify.annotations.NullMarked;
