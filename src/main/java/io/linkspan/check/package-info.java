/** What is wrong or risky: each check gives findings, all of them are shown at once. */
@NullMarked
package io.linkspan.check;

import org.jspecify.annotations.NullMarked;
