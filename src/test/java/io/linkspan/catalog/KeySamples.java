package io.linkspan.catalog;

import io.linkspan.pg.Identifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keys written by hand for tests.
 *
 * @param key a plain unique index to begin with
 */
public record KeySamples(Key key) {
  /** A unique index on columns. */
  public static KeySamples key(String index, long order, String... columns) {
    List<Key.Element> elements =
        Arrays.stream(columns)
            .map(Identifier::new)
            .map(column -> new Key.Element(Optional.of(column), column.quoted()))
            .toList();
    return new KeySamples(
        new Key(
            new Identifier(index),
            order,
            Optional.empty(),
            false,
            elements,
            Optional.empty(),
            true,
            true,
            false));
  }

  /** A unique index on one expression. */
  public static KeySamples onExpression(String index, long order, String expression) {
    Key bare = key(index, order).key();
    return new KeySamples(
        new Key(
            bare.index(),
            order,
            Optional.empty(),
            false,
            List.of(new Key.Element(Optional.empty(), expression)),
            Optional.empty(),
            true,
            true,
            false));
  }

  /** The same as a primary key. */
  public KeySamples primary() {
    return changed(true, Optional.of(key.index()), key.predicate(), key.immediate());
  }

  /** The same with a constraint of the index's name. */
  public KeySamples constraint() {
    return changed(key.primary(), Optional.of(key.index()), key.predicate(), key.immediate());
  }

  /** The same as a partial index. */
  public KeySamples where(String predicate) {
    return changed(key.primary(), key.constraint(), Optional.of(predicate), key.immediate());
  }

  /** The same as a deferrable constraint. */
  public KeySamples deferrable() {
    return changed(key.primary(), Optional.of(key.index()), key.predicate(), false);
  }

  /** The same with NULLs that are equal to each other. */
  public KeySamples nullsNotDistinct() {
    return new KeySamples(
        new Key(
            key.index(),
            key.order(),
            key.constraint(),
            key.primary(),
            key.elements(),
            key.predicate(),
            false,
            key.immediate(),
            key.exclusion()));
  }

  /** The same as an exclusion constraint. */
  public KeySamples exclusion() {
    return new KeySamples(
        new Key(
            key.index(),
            key.order(),
            Optional.of(key.index()),
            key.primary(),
            key.elements(),
            key.predicate(),
            true,
            true,
            true));
  }

  private KeySamples changed(
      boolean primary,
      Optional<Identifier> constraint,
      Optional<String> predicate,
      boolean immediate) {
    return new KeySamples(
        new Key(
            key.index(),
            key.order(),
            constraint,
            primary,
            key.elements(),
            predicate,
            key.nullsDistinct(),
            immediate,
            key.exclusion()));
  }
}
