package io.linkspan.command;

/** What commands that deal with SQL let the conversation do for them. */
interface Typing {
  /** Sends one statement as if it had been typed with its semicolon. */
  Outcome send(QueryBuffer.Query query, Invocation invocation);

  /** Carries a text out as if it had been typed; what is not complete of it is kept. */
  Outcome type(String text, Invocation invocation);
}
