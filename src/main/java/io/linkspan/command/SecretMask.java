package io.linkspan.command;

import java.util.regex.Pattern;

/** Takes passwords out of typed text, before the history keeps it. */
final class SecretMask {
  private static final Pattern CONNINFO =
      Pattern.compile(
          "(?i)((?:ssl)?password\\s*=\\s*)('(?:[^'\\\\]|\\\\.|'')*'?|\"[^\"]*\"?|[^\\s'\"]\\S*)");
  private static final Pattern URI =
      Pattern.compile("(?i)(postgres(?:ql)?://[^\\s:/@]*:)(\\S*)(@)");
  private static final Pattern SQL =
      Pattern.compile(
          "(?i)(\\bpassword\\s+)(E?'(?:[^'\\\\]|\\\\.|'')*'?|\\$([A-Za-z_]*)\\$.*?\\$\\3\\$)");
  private static final String MASK = "***";

  private SecretMask() {}

  /** The text with {@code ***} in the place of every password. */
  static String mask(String typed) {
    String masked = URI.matcher(typed).replaceAll("$1" + MASK + "$3");
    masked = CONNINFO.matcher(masked).replaceAll("$1" + MASK);
    return SQL.matcher(masked).replaceAll("$1'" + MASK + "'");
  }
}
