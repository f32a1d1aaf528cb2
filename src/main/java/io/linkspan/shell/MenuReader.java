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
    setCompletionMatcher(new FuzzyMatcher(terminal));
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
