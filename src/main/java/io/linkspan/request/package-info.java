/**
 * What the user asked, exactly as asked; its parser and its refinement by one clause. Knows no
 * server. Pure.
 */
@NullMarked
package io.linkspan.request;

import org.jspecify.annotations.NullMarked;
