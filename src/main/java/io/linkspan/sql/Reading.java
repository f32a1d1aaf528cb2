package io.linkspan.sql;

import java.util.Optional;

/** What came of taking a text apart. */
public sealed interface Reading<T> {
  /** The text is understood. */
  record Parsed<T>(T parts) implements Reading<T> {
    @Override
    public Optional<T> value() {
      return Optional.of(parts);
    }

    @Override
    public Optional<Unparsed> unparsed() {
      return Optional.empty();
    }
  }

  /** The text is not understood. */
  record NotParsed<T>(Unparsed why) implements Reading<T> {
    @Override
    public Optional<T> value() {
      return Optional.empty();
    }

    @Override
    public Optional<Unparsed> unparsed() {
      return Optional.of(why);
    }
  }

  /** The parts of the text, empty where it was not understood. */
  Optional<T> value();

  /** Why the text was not understood, empty where it was. */
  Optional<Unparsed> unparsed();
}
