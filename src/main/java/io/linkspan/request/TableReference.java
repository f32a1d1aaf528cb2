package io.linkspan.request;

import io.linkspan.pg.QualifiedName;
import java.util.Optional;

/**
 * A table as typed: {@code connection:schema.table}.
 *
 * @param connection empty where the route decides
 */
public record TableReference(Optional<String> connection, QualifiedName name) {
  @Override
  public String toString() {
    return connection.map(c -> c + ":").orElse("") + name.quoted();
  }
}
