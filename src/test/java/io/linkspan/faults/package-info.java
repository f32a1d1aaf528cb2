/** Copies that are disturbed at a random moment, and what is there afterwards. */
package io.linkspan.faults;
