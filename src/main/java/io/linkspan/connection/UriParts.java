package io.linkspan.connection;

import java.util.List;

/**
 * The parts of a URI after its scheme, percent-decoded; an empty text where a part is missing.
 *
 * @param host comma-separated where there are several
 * @param port as many as hosts
 * @param parameters in the order written
 */
record UriParts(
    String user,
    String password,
    String host,
    String port,
    String database,
    List<Parameter> parameters) {

  UriParts {
    parameters = List.copyOf(parameters);
  }

  /** What the parts say without the parameters. */
  ParsedSettings settings() {
    ParsedSettings settings = ParsedSettings.empty();
    settings = with(settings, Keyword.USER, user);
    settings = with(settings, Keyword.PASSWORD, password);
    settings = with(settings, Keyword.HOST, host);
    settings = with(settings, Keyword.PORT, port);
    return with(settings, Keyword.DBNAME, database);
  }

  private static ParsedSettings with(ParsedSettings settings, Keyword keyword, String value) {
    return value.isEmpty() ? settings : settings.with(keyword.text(), value);
  }

  @Override
  public String toString() {
    return settings().toString();
  }

  /**
   * One {@code name=value} after the question mark.
   *
   * @param index where it begins in the text, 0-based
   */
  record Parameter(String name, String value, int index) {
    @Override
    public String toString() {
      return name;
    }
  }
}
