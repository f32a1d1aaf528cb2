package io.linkspan.catalog;

import java.util.regex.Pattern;

/**
 * Text of a query on the system catalogs that means the same under every search path.
 *
 * <p>Functions, types and catalogs are written out with {@code pg_catalog}; operators stand plain
 * between blanks and are qualified here. Qualified operators all bind alike (manual, "Operator
 * Precedence"), so each is applied to a column, a call or a bracket. IN, LIKE, BETWEEN and USING
 * would look operators up by the search path and are not used.
 */
final class CatalogQuery {
  private static final Pattern OPERATOR = Pattern.compile("(?<=\\s)(=|<>|<=|>=|<|>|\\+|-)(?=\\s)");

  private CatalogQuery() {}

  static String of(String text) {
    return OPERATOR.matcher(text).replaceAll("operator(pg_catalog.$1)");
  }
}
