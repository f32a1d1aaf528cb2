package io.linkspan.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A list that a server is asked for, with psql's columns and their heads.
 *
 * @param title such as {@code List of functions}
 * @param sql one query, with a {@code ?} for each parameter
 */
public record CatalogList(String title, String sql, List<String> parameters) {
  private static final String LIST = "List of ";

  public CatalogList {
    parameters = List.copyOf(parameters);
  }

  /** What the things in it are called together; empty where the title does not tell. */
  public Optional<String> plural() {
    return title.startsWith(LIST) ? Optional.of(title.substring(LIST.length())) : Optional.empty();
  }
}
