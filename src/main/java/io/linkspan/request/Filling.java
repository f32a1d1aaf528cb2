package io.linkspan.request;

/** What fills a target column that {@code map} names. */
public sealed interface Filling {
  /** An expression over source columns, evaluated on the target; the user's own text. */
  record Expression(String text) implements Filling {}

  /** The target's own default. */
  record Default() implements Filling {}
}
