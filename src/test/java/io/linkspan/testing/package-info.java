/** Real PostgreSQL servers for the tests, shared by all tests of a run. */
package io.linkspan.testing;
