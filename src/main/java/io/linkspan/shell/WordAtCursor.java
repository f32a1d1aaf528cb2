package io.linkspan.shell;

import io.linkspan.completion.Completion;
import io.linkspan.completion.Fuzzy;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line and the word in it that a completion replaces.
 *
 * @param start where the word begins; it ends at the cursor
 * @param completions what may stand for the word
 */
record WordAtCursor(String line, int cursor, int start, List<Completion> completions)
    implements CompletingParsedLine {
  /** How far back the beginning of the word is looked for. */
  private static final int REACH = 200;

  /** A line of which nothing is to be completed. */
  static WordAtCursor whole(String line, int cursor) {
    return new WordAtCursor(line, cursor, 0, List.of());
  }

  /**
   * The word is the longest text before the cursor with which a completion begins, else the longest
   * piece without blanks that fits one, else the name before the cursor.
   */
  static WordAtCursor of(String line, int cursor, List<Completion> completions) {
    int name = nameStart(line, cursor);
    List<String> words = completions.stream().map(Completion::text).toList();
    List<String> longer = words.stream().filter(word -> word.indexOf(' ') >= 0).toList();
    int piece = pieceStart(line, cursor);
    for (int start = Math.max(0, cursor - REACH); start < cursor; start++) {
      List<String> possible = start < piece ? longer : words;
      if (isWordStart(line, start) && begins(line.substring(start, cursor), possible)) {
        return new WordAtCursor(line, cursor, start, completions);
      }
    }
    for (int start = piece; start < name; start++) {
      String typed = line.substring(start, cursor);
      if (isWordStart(line, start) && words.stream().anyMatch(word -> Fuzzy.fits(typed, word))) {
        return new WordAtCursor(line, cursor, start, completions);
      }
    }
    return new WordAtCursor(line, cursor, name, completions);
  }

  /** Where the name before the cursor begins. */
  private static int nameStart(String line, int cursor) {
    int start = cursor;
    while (start > 0 && isNamePart(line.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the text before the cursor begins that has no blank in it. */
  private static int pieceStart(String line, int cursor) {
    int start = cursor;
    while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isWordStart(String line, int start) {
    return start == 0 || !isNamePart(line.charAt(start - 1)) || !isNamePart(line.charAt(start));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static boolean begins(String typed, List<String> words) {
    return words.stream().anyMatch(word -> word.regionMatches(true, 0, typed, 0, typed.length()));
  }

  @Override
  public String word() {
    return line.substring(start, cursor);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return wordCursor();
  }
}
