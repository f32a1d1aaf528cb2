package io.linkspan.shell;

import java.util.Comparator;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The library's line reader with completions in the order in which they are given. */
abstract class MenuReader extends LineReaderImpl {
  MenuReader(Terminal terminal, String name, Map<String, Object> variables) {
    super(terminal, name, variables);
    // The matcher gives no more than the screen holds, so that nobody has to be asked.
    setVariable(LIST_MAX, 0);
    setVariable(TOO_MANY_CANDIDATES, "partial");
    setCompletionMatcher(new FuzzyMatcher(terminal, this::rowsTyped));
  }

  /** How many rows the prompt and what is typed take. */
  private int rowsTyped() {
    int columns = Math.max(1, size.getColumns());
    int before = prompt.columnLength(getTerminal());
    return buf.toString().lines().mapToInt(line -> (before + TextWidth.of(line)) / columns).sum()
        + (int) buf.toString().chars().filter(c -> c == '\n').count()
        + 1;
  }

  /**
   * How the menu looks. The library's own cyan, grey and bright magenta are lost on one ground or
   * the other, and it knows nothing of refused colours.
   */
  void menuStyles(boolean coloured) {
    setVariable(COMPLETION_STYLE_GROUP, coloured ? "bold,underline" : "fg:default");
    setVariable(COMPLETION_STYLE_STARTING, coloured ? "bold" : "fg:default");
    setVariable(COMPLETION_STYLE_DESCRIPTION, coloured ? "faint" : "fg:default");
    setVariable(COMPLETION_STYLE_BACKGROUND, "bg:default");
  }

  @Override
  protected Comparator<Candidate> getCandidateComparator(boolean caseInsensitive, String word) {
    return Comparator.comparingInt(Candidate::sort);
  }

  /** Without one, the groups stand in the order of their best words. */
  @Override
  protected @Nullable Comparator<String> getGroupComparator() {
    return null;
  }
}
