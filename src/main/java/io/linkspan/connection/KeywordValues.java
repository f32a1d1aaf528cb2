package io.linkspan.connection;

import io.linkspan.pg.NearestName;
import io.linkspan.pg.UserException;
import java.util.List;
import java.util.regex.Pattern;

/** The values that libpq takes for the keywords whose values are a closed choice or a number. */
final class KeywordValues {
  private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?[0-9]{1,9}\\s*");

  private KeywordValues() {}

  /**
   * Rejects what libpq would reject.
   *
   * @throws UserException naming the value
   */
  static void check(String keyword, String value) {
    List<String> known = choices(keyword);
    if (!known.isEmpty() && !known.contains(value)) {
      throw UserException.usage(
          "invalid " + keyword + " value: \"" + value + "\"",
          NearestName.hint(value, known).orElse("It is one of " + String.join(", ", known) + "."));
    }
    if (isNumber(keyword) && !INTEGER.matcher(value).matches()) {
      throw UserException.usage(
          "invalid integer value \"" + value + "\" for connection option \"" + keyword + "\"",
          "Write it in digits.");
    }
  }

  private static List<String> choices(String keyword) {
    return switch (keyword) {
      case "sslmode" ->
          List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
      case "channel_binding" -> List.of("disable", "prefer", "require");
      case "gssencmode" -> List.of("disable", "prefer", "require");
      case "sslnegotiation" -> List.of("postgres", "direct");
      case "load_balance_hosts" -> List.of("disable", "random");
      case "target_session_attrs" ->
          List.of("any", "read-write", "read-only", "primary", "standby", "prefer-standby");
      default -> List.of();
    };
  }

  private static boolean isNumber(String keyword) {
    return keyword.startsWith("keepalives")
        || keyword.equals("connect_timeout")
        || keyword.equals("tcp_user_timeout");
  }
}
