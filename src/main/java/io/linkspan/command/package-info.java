/**
 * One final class per verb and the registry that dispatch, help, completion and the command
 * reference read.
 */
@NullMarked
package io.linkspan.command;

import org.jspecify.annotations.NullMarked;
