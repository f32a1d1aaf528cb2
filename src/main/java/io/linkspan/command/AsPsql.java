package io.linkspan.command;

/** A command whose arguments are read as psql reads them: the invocation has them as typed. */
interface AsPsql extends Command {}
