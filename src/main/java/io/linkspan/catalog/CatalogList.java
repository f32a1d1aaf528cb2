package io.linkspan.catalog;

import java.util.List;

/**
 * A list that a server is asked for, with psql's columns and their heads.
 *
 * @param title such as {@code List of functions}
 * @param sql one query, with a {@code ?} for each parameter
 */
public record CatalogList(String title, String sql, List<String> parameters) {
  public CatalogList {
    parameters = List.copyOf(parameters);
  }
}
