package io.linkspan.report;

/** What a piece of text is; the shell decides on colours, and plain output ignores it. */
public enum Style {
  PLAIN,
  HEADING,
  NAME,
  SQL,
  KEY,
  DIM,
  GOOD,
  GONE,
  WARNING,
  ERROR
}
