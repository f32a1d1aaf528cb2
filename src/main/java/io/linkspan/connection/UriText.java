package io.linkspan.connection;

/** Reads libpq's connection URIs (libpq manual, "Connection URIs"). */
final class UriText {
  private UriText() {}

  static ParsedSettings parse(String text) {
    UriParts parts = new UriReader(text, text.indexOf("://") + 3, false).parts();
    ParsedSettings settings = parts.settings();
    for (UriParts.Parameter parameter : parts.parameters()) {
      settings = with(settings, parameter);
    }
    return settings;
  }

  private static ParsedSettings with(ParsedSettings settings, UriParts.Parameter parameter) {
    // The one spelling of JDBC that libpq takes.
    if (parameter.name().equals("ssl") && parameter.value().equals("true")) {
      return settings.with(Keyword.SSLMODE.text(), "require");
    }
    if (Keyword.named(parameter.name()).isEmpty()) {
      throw SettingsText.malformed(
          "unknown URI query parameter", parameter.index(), Keyword.hint(parameter.name()));
    }
    return settings.with(parameter.name(), parameter.value());
  }
}
