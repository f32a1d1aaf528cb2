package io.linkspan.command;

import io.linkspan.pg.Literal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables in a connection string: only as a whole word or as a whole value, for a URI has colons
 * of its own.
 */
final class ConnectVariables {
  private static final Pattern VARIABLE =
      Pattern.compile("(?<=[\\s=])(?:(:)(\\w+)|:'(\\w+)'|:\"(\\w+)\")(?=\\s|$)");

  private ConnectVariables() {}

  /** The text with the values that are set; {@code :'name'} is quoted as libpq wants it. */
  static String filled(String text, Map<String, String> values) {
    Matcher found = VARIABLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (found.find()) {
      boolean plain = found.group(1) != null;
      String name =
          plain ? found.group(2) : found.group(3) != null ? found.group(3) : found.group(4);
      String value = values.get(name);
      String instead = value == null ? found.group() : plain ? value : Literal.conninfo(value);
      found.appendReplacement(filled, Matcher.quoteReplacement(instead));
    }
    return found.appendTail(filled).toString();
  }
}
