/** Doing it: one transaction, cancellation on both servers, and the receipt. Never prints. */
@NullMarked
package io.linkspan.run;

import org.jspecify.annotations.NullMarked;
