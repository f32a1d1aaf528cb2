package io.linkspan.catalog;

import io.linkspan.pg.QualifiedName;
import java.util.Optional;

/**
 * A sequence.
 *
 * @param position empty where the role may not read the sequence
 * @param minimum inclusive
 * @param maximum inclusive
 * @param privileges what the current role may do with it
 */
public record Sequence(
    QualifiedName name,
    Optional<Position> position,
    long increment,
    long minimum,
    long maximum,
    SequencePrivileges privileges) {

  /**
   * Where the sequence stands.
   *
   * @param called false where {@code lastValue} is the value that comes next
   */
  public record Position(long lastValue, boolean called) {}

  /** USAGE is for nextval, UPDATE for nextval and setval, SELECT for reading. */
  public record SequencePrivileges(boolean usage, boolean update, boolean select) {}
}
