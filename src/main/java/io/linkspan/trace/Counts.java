package io.linkspan.trace;

import io.linkspan.connection.Answered;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many rows an answer tells of. */
final class Counts {
  private static final Pattern SCAN =
      Pattern.compile("\"Node Type\": \"Function Scan\".*?\"Actual Rows\": (\\d+)", Pattern.DOTALL);
  private static final Pattern INSERTED = Pattern.compile("\"Tuples Inserted\": (\\d+)");
  private static final Pattern CONFLICTING = Pattern.compile("\"Conflicting Tuples\": (\\d+)");

  /** Statements of which even no row is a count; of the others a server says 0 as well. */
  private static final Pattern COUNTING =
      Pattern.compile(
          "(?i)[\\s(]*(?:select|insert|update|delete|merge|with|values|table|fetch|move|copy|show"
              + "|execute|dblink\\.|--|/\\*)");

  private static final Pattern CALL_ALONE = Pattern.compile("dblink_(?:exec|disconnect)\\(");

  private Counts() {}

  /** How many rows the source sent, as EXPLAIN has it; empty where it tells nothing. */
  static String travelled(String explained) {
    return number(SCAN, explained).map(n -> rows(n) + ", as text").orElse("");
  }

  /** What came back, in words. */
  static String words(Answered answer) {
    Optional<Long> inserted = number(INSERTED, answer.text());
    if (inserted.isPresent()) {
      String met = number(CONFLICTING, answer.text()).map(n -> ", %,d met a key").orElse("");
      return String.format(Locale.ROOT, "%,d inserted", inserted.orElseThrow())
          + String.format(Locale.ROOT, met, number(CONFLICTING, answer.text()).orElse(0L));
    }
    if (!answer.text().isEmpty()) {
      return "done";
    }
    String sent = answer.sent().what().text();
    boolean counted =
        answer.rows().isPresent()
            && (answer.rows().getAsLong() > 0 || COUNTING.matcher(sent).lookingAt())
            && !CALL_ALONE.matcher(sent).find();
    return counted ? rows(answer.rows().getAsLong()) : "done";
  }

  private static String rows(long count) {
    return String.format(Locale.ROOT, "%,d row%s", count, count == 1 ? "" : "s");
  }

  private static Optional<Long> number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }
}
