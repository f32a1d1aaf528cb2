package io.linkspan.pg;

import java.util.Optional;

/**
 * A name with or without its schema.
 *
 * @param schema empty when the name is to be found by {@code search_path}
 */
public record QualifiedName(Optional<Identifier> schema, Identifier name)
    implements Comparable<QualifiedName> {

  /** A name within a known schema. */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(Optional.of(new Identifier(schema)), new Identifier(name));
  }

  /** A name to be found by {@code search_path}. */
  public static QualifiedName unqualified(Identifier name) {
    return new QualifiedName(Optional.empty(), name);
  }

  /** The spelling for SQL text. */
  public String quoted() {
    return schema.map(s -> s.quoted() + ".").orElse("") + name.quoted();
  }

  @Override
  public int compareTo(QualifiedName other) {
    return quoted().compareTo(other.quoted());
  }

  @Override
  public String toString() {
    return quoted();
  }
}
