/**
 * The embedded PostgreSQL servers: in, a directory and a way to run SQL; out, two servers with
 * sample databases that stop when the shell ends. I/O: files, processes, local ports.
 */
@NullMarked
package io.linkspan.sandbox;

import org.jspecify.annotations.NullMarked;
