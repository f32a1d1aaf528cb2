package io.linkspan.trace;

import io.linkspan.connection.Sent;
import java.util.regex.Pattern;

/** Tells the queries by which the shell looks something up for itself. */
final class LookUps {
  private static final Pattern CATALOG =
      Pattern.compile(
          "(?is)\\s*(?:select|with|values)\\b.*(?:from\\s+\\(?\\s*pg_catalog\\."
              + "|current_setting|set_config"
              + "|dblink_get_connections|pg_backend_pid|to_regclass|to_regnamespace).*");

  private static final Pattern JOURNAL = Pattern.compile("\\blinkspan\\.(?:runs|batches)\\b");

  private static final Pattern FOR_A_NAME =
      Pattern.compile("SELECT pg_catalog\\.to_reg(?:class|namespace)\\(");

  private LookUps() {}

  /** Whether it is of the names that are read in the background, at no command's bidding. */
  static boolean inBackground(Sent message) {
    return message.role().equals("pool");
  }

  static boolean is(Sent message) {
    Sent.What what = message.what();
    if (what.kind() != Sent.Kind.LOOK_UP) {
      return false;
    }
    String sql = what.through().map(Sent.Through::remote).orElse(what.text());
    return FOR_A_NAME.matcher(sql).lookingAt()
        || (CATALOG.matcher(sql).matches() && !JOURNAL.matcher(sql).find());
  }
}
