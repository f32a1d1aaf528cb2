package io.linkspan.transcript;

import io.linkspan.pg.Literal;
import io.linkspan.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The password of {@code app_user} in the forms that it takes. */
final class Password {
  static final String PLACE = "***";

  private static final String RAW = TestDatabase.APP_USER.password();
  private static final Pattern IN_URI = Pattern.compile("(://[^:\\s]*:)\\*\\*\\*(?=@)");
  private static final Pattern IN_CONNINFO =
      Pattern.compile("((?i:password)\\s*=\\s*)'?\\*\\*\\*'?");
  private static final Pattern IN_SQL_CONNINFO =
      Pattern.compile("('[^'\\n]*\\bpassword=)\\*\\*\\*(?=')");
  private static final Pattern IN_SQL = Pattern.compile("((?i:password)\\s+)'\\*\\*\\*'");

  private Password() {}

  /** The typed text with the password in its places. */
  static String typed(String text) {
    String typed = IN_URI.matcher(text).replaceAll("$1" + uri().replace("$", "\\$"));
    typed = replaced(IN_SQL_CONNINFO, typed, Literal.conninfo(RAW).replace("'", "''"));
    typed = replaced(IN_CONNINFO, typed, Literal.conninfo(RAW));
    return replaced(IN_SQL, typed, Literal.quoted(RAW));
  }

  /** A file's text with the password in its places. */
  static String file(String name, String text) {
    boolean passwordFile = name.endsWith(".pgpass");
    return text.replace(PLACE, passwordFile ? RAW.replace(":", "\\:") : RAW);
  }

  static String raw(String text) {
    return text.replace(PLACE, RAW);
  }

  private static String replaced(Pattern place, String text, String form) {
    return place
        .matcher(text)
        .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(m.group(1) + form));
  }

  private static String uri() {
    return URLEncoder.encode(RAW, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What must be found nowhere. */
  static List<String> forms() {
    return List.of(
        RAW,
        RAW.replace("'", "''"),
        RAW.replace("'", "\\'"),
        RAW.replace("'", "\\\\'"),
        RAW.replace(":", "\\:"),
        uri(),
        URLEncoder.encode(RAW, StandardCharsets.UTF_8),
        RAW.replace(" ", "%20"),
        Base64.getEncoder().encodeToString(RAW.getBytes(StandardCharsets.UTF_8)),
        // Whatever is done to the rest, this part needs no quoting.
        "s3cr");
  }
}
