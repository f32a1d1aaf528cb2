package io.linkspan.transcript;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What differs from one play to the next, put into one form before the comparison. The whole list:
 *
 * <ul>
 *   <li>the servers' ports: 54321 for the source's, 54322 for the target's
 *   <li>the home of the story: {@code /home/annie}
 *   <li>times: {@code 12 ms}, in the same column where blanks set it flush right
 *   <li>how long a statement took: {@code Time: 12.345 ms}
 *   <li>the line of the server's source that raised an error
 *   <li>when a statement that is watched was sent: {@code Wed Jan 1 12:00:00 2025 (every 2s)}
 *   <li>speeds: {@code 1,000 rows/s}
 *   <li>moments of the play: {@code 2025-01-01 12:00:00}, with or without the seconds; what comes
 *       after them stays, but for the digits of a fraction that is cut
 *   <li>process ids after the word: {@code process 1234}, {@code PID 1234}
 *   <li>how many sessions a server has: {@code 90 free;} and {@code 7 are in use}
 *   <li>oids after the word: {@code OID 16384}
 *   <li>snapshots after the word: {@code snapshot 730:730:}, in the same column
 *   <li>what a server is seen to do while a traced statement takes long: left out; a process that
 *       was idle a moment too short to wait for its client
 *   <li>how far work has come, which is told only where it takes long: left out
 * </ul>
 */
public final class Volatile {
  private static final Pattern TIME = Pattern.compile("( *)\\b\\d+(?:\\.\\d)? (?:ms|s)\\b");
  private static final Pattern TIMING = Pattern.compile("(?m)^Time: \\d+\\.\\d+ ms.*$");
  private static final Pattern LOCATION = Pattern.compile("(LOCATION: \\w+, \\w+\\.c):\\d+");
  private static final Pattern WATCH =
      Pattern.compile("\\w{3} \\w{3} \\d{1,2} \\d\\d:\\d\\d:\\d\\d 20\\d\\d (?=\\(every)");
  private static final Pattern MOMENT =
      Pattern.compile("\\b(20\\d\\d-\\d\\d-\\d\\d) \\d\\d:\\d\\d(:\\d\\d(\\.\\d+(?=…))?)?");
  private static final Pattern SPEED = Pattern.compile("\\b[\\d,]+ rows/s");
  private static final Pattern PROCESS = Pattern.compile("\\b(process|PID) \\d+");
  private static final Pattern FREE = Pattern.compile("\\b\\d+ free;");
  private static final Pattern USED = Pattern.compile("\\b\\d+ are in use\\b");
  private static final Pattern OID = Pattern.compile("\\bOID \\d+");
  private static final Pattern SNAPSHOT =
      Pattern.compile("\\b(?<label>snapshot +)\\d+:\\d+:[\\d,]*");
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?m)^(?:check rows|verify|(?:undo of )?(?:dry )?run(?: \\d+)?): .* (?:so far|left)\\n");
  private static final Pattern SEEN =
      Pattern.compile(
          "(?m)^ *\\d+(?:\\.\\d)? m?s  \\w+ sees +PID \\d+[\\w ]* "
              + "(?:active|idle in transaction)\\b.*\\n");
  private static final Pattern JUST_IDLE =
      Pattern.compile("(?m)^( *\\d.* sees +PID \\d+[\\w ]* idle): ");
  private static final String SOME_TIME = "12 ms";

  private Volatile() {}

  /** What was shown on that stage, with one form for all that differs. */
  public static String settled(String shown, Stage stage) {
    String text =
        shown
            .replace(Stage.port(stage.source()), Stage.SOURCE_PORT)
            .replace(Stage.port(stage.target()), Stage.TARGET_PORT)
            .replace(stage.home().toString(), "/home/annie");
    text = PROGRESS.matcher(text).replaceAll("");
    text = SEEN.matcher(text).replaceAll("");
    text = JUST_IDLE.matcher(text).replaceAll("$1 (Client:ClientRead): ");
    text = TIME.matcher(text).replaceAll(Volatile::time);
    text = TIMING.matcher(text).replaceAll("Time: 12.345 ms");
    text = LOCATION.matcher(text).replaceAll("$1:123");
    text = WATCH.matcher(text).replaceAll("Wed Jan 1 12:00:00 2025 ");
    text = MOMENT.matcher(text).replaceAll(Volatile::moment);
    text = SPEED.matcher(text).replaceAll("1,000 rows/s");
    text = PROCESS.matcher(text).replaceAll("$1 1234");
    text = FREE.matcher(text).replaceAll("90 free;");
    text = USED.matcher(text).replaceAll("7 are in use");
    text = SNAPSHOT.matcher(text).replaceAll("${label}730:730:");
    return OID.matcher(text).replaceAll("OID 16384");
  }

  /** Yesterday counts, for a play may begin before midnight. */
  private static String moment(MatchResult match) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate date = LocalDate.parse(match.group(1));
    boolean now = date.equals(today) || date.equals(today.minusDays(1));
    String rest = match.group(2) == null ? "" : match.group(2).replaceAll("\\d", "0");
    return now ? "2025-01-01 12:00" + rest : match.group();
  }

  private static String time(MatchResult match) {
    String blanks = match.group(1);
    String settled =
        blanks.length() > 1
            ? " ".repeat(Math.max(1, match.group().length() - SOME_TIME.length())) + SOME_TIME
            : blanks + SOME_TIME;
    return Matcher.quoteReplacement(settled);
  }
}
