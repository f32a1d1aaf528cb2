package io.linkspan.check;

import io.linkspan.sql.ReadProblem;
import java.util.Locale;

/** A remote query that is not one statement that only reads. */
public final class NotOneRead {
  private NotOneRead() {}

  /**
   * The finding.
   *
   * @param where the end of the hint; {@code %d} in it is the line of the remote query
   */
  public static Finding finding(ReadProblem problem, String remote, String where) {
    long line = remote.substring(0, Math.min(problem.offset(), remote.length())).lines().count();
    return Finding.error(
        CheckId.REMOTE_NOT_A_READ,
        "the remote query is not one plain read: " + what(problem),
        "Only a SELECT may run on the source." + where.formatted(Math.max(1, line)));
  }

  private static String what(ReadProblem problem) {
    return switch (problem.kind()) {
      case EMPTY -> "it is empty";
      case SEVERAL_STATEMENTS -> "a second statement follows";
      case NOT_A_QUERY -> "it begins with \"" + problem.what() + "\"";
      case DATA_CHANGE -> "it holds " + problem.what().toUpperCase(Locale.ROOT);
      case INTO -> "SELECT … INTO makes a table";
      case UNTERMINATED -> "a " + problem.what() + " is not closed";
      case UNBALANCED -> "its brackets do not pair";
      case AMBIGUOUS_STRING -> "a backslash stands before a quote: write E'…' or double the quote";
    };
  }
}
