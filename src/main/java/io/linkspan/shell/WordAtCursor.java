package io.linkspan.shell;

import io.linkspan.completion.Completion;
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

  /** The word is the longest text before the cursor with which a completion begins. */
  static WordAtCursor of(String line, int cursor, List<Completion> completions) {
    for (int start = Math.max(0, cursor - REACH); start < cursor; start++) {
      if (isWordStart(line, start) && fits(line.substring(start, cursor), completions)) {
        return new WordAtCursor(line, cursor, start, completions);
      }
    }
    int start = cursor;
    while (start > 0 && isNamePart(line.charAt(start - 1))) {
      start--;
    }
    return new WordAtCursor(line, cursor, start, completions);
  }

  private static boolean isWordStart(String line, int start) {
    return start == 0 || !isNamePart(line.charAt(start - 1)) || !isNamePart(line.charAt(start));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private static boolean fits(String typed, List<Completion> completions) {
    return completions.stream()
        .anyMatch(c -> c.text().regionMatches(true, 0, typed, 0, typed.length()));
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
