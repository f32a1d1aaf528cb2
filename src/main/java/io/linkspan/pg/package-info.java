/** PostgreSQL's own ideas as values: quoting lives here and nowhere else. Pure. */
@NullMarked
package io.linkspan.pg;

import org.jspecify.annotations.NullMarked;
