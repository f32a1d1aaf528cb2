package io.linkspan.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts typed text at psql's backslash commands (psqlscan.l, psqlscanslash.l): a backslash outside
 * of quotes, dollar quotes and comments begins one, and its arguments reach to the end of the line
 * or to the next backslash. Two backslashes end the arguments and nothing more.
 */
public final class BackslashText {
  /** Commands whose argument is the rest of the line, backslashes included. */
  private static final Set<String> WHOLE_LINE =
      Set.of("\\!", "\\c", "\\connect", "\\copy", "\\h", "\\help", "\\ef", "\\ev", "\\sf", "\\sv");

  /** Commands for which a bar begins a program of the rest of the line. */
  private static final Set<String> TO_PROGRAM = Set.of("\\g", "\\gx", "\\o", "\\out", "\\w");

  private final String text;
  private final List<Slice> pieces = new ArrayList<>();
  private int at;

  /**
   * SQL, and the command that comes after it.
   *
   * @param sql as typed; may be blank
   * @param command empty in the last part alone
   */
  public record Part(String sql, Optional<Called> command) {}

  /**
   * A command.
   *
   * @param word with its backslash; the backslash alone where blanks follow it
   * @param arguments as typed, without blanks around them
   */
  public record Called(String word, String arguments) {}

  private BackslashText(String text) {
    this.text = text;
  }

  /** The parts in their order; the last one has no command, and mostly no SQL either. */
  public static List<Part> parts(String text) {
    return new BackslashText(text).read();
  }

  /** Where the SQL of the parts stands in the text; between the pieces are the commands. */
  public static List<Slice> sql(String text) {
    BackslashText cut = new BackslashText(text);
    cut.read();
    return List.copyOf(cut.pieces);
  }

  private List<Part> read() {
    List<Part> parts = new ArrayList<>();
    for (int backslash = next(); backslash >= 0; backslash = next()) {
      String sql = text.substring(at, backslash);
      pieces.add(new Slice(sql, at, backslash));
      Optional<Called> called = called(backslash);
      parts.add(new Part(sql, called));
    }
    pieces.add(new Slice(text.substring(at), at, text.length()));
    parts.add(new Part(text.substring(at), Optional.empty()));
    return List.copyOf(parts);
  }

  /** The next backslash that begins a command, -1 where none does. */
  private int next() {
    if (text.indexOf('\\', at) < 0) {
      return -1;
    }
    return SqlLexer.nextUnknown(text, at, '\\');
  }

  private Optional<Called> called(int backslash) {
    int wordEnd = backslash + 1;
    while (wordEnd < text.length() && isWord(text.charAt(wordEnd))) {
      wordEnd++;
    }
    String word = text.substring(backslash, wordEnd);
    if (word.length() == 1 && Characters.at(text, wordEnd) == '\\') {
      // Two backslashes: what comes after them is SQL again.
      at = wordEnd + 1;
      return Optional.of(new Called("\\\\", ""));
    }
    int end = word.equals("\\;") ? wordEnd : argumentsEnd(word, wordEnd);
    at = end;
    if (text.startsWith("\\\\", end)) {
      at = end + 2;
    }
    return Optional.of(new Called(word, text.substring(wordEnd, end).strip()));
  }

  private static boolean isWord(char c) {
    return c != '\\' && !Character.isWhitespace(c);
  }

  private int argumentsEnd(String word, int from) {
    int lineEnd = Characters.lineEnd(text, from);
    if (WHOLE_LINE.contains(word)) {
      return lineEnd;
    }
    int i = from;
    while (i < lineEnd && text.charAt(i) != '\\') {
      char c = text.charAt(i);
      boolean begins = Character.isWhitespace(text.charAt(i - 1));
      if (c == '|' && begins && TO_PROGRAM.contains(word)) {
        return lineEnd;
      }
      i = c == '\'' || c == '"' || c == '`' ? quoteEnd(i, lineEnd) : i + 1;
    }
    return i;
  }

  /** After the quote that ends what begins there, or the end of the line. */
  private int quoteEnd(int begin, int lineEnd) {
    char quote = text.charAt(begin);
    int i = begin + 1;
    while (i < lineEnd && text.charAt(i) != quote) {
      i += quote == '\'' && text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(lineEnd, i + 1);
  }
}
