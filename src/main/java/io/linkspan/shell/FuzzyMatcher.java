package io.linkspan.shell;

import io.linkspan.completion.Completion;
import io.linkspan.completion.Fuzzy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader.Option;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Lets the line reader take words that fit what is typed without beginning with it, the best first,
 * and no more of them than the screen holds.
 */
final class FuzzyMatcher implements CompletionMatcher {
  private final Terminal terminal;
  private List<Completion> all = List.of();
  private List<Completion> ranked = List.of();
  private String typed = "";
  private final IntSupplier rowsTyped;

  /**
   * A matcher for a terminal.
   *
   * @param rowsTyped how many rows of it the prompt and what is typed take
   */
  FuzzyMatcher(Terminal terminal, IntSupplier rowsTyped) {
    this.terminal = terminal;
    this.rowsTyped = rowsTyped;
  }

  /** While a list stands there, the reader hands over the word alone as it grows. */
  @Override
  public void compile(
      Map<Option, Boolean> options,
      boolean prefix,
      CompletingParsedLine line,
      boolean caseInsensitive,
      int errors,
      String originalGroupName) {
    if (line instanceof WordAtCursor word) {
      all = word.completions();
    }
    typed = line.word();
    ranked = Fuzzy.ranked(typed, all);
  }

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    ShownMenu menu =
        ShownMenu.of(
            ranked,
            terminal.getRows() - rowsTyped.getAsInt() - 1,
            Math.max(20, terminal.getColumns()));
    List<Candidate> shown = new ArrayList<>();
    for (Completion each : menu.shown()) {
      shown.add(
          new Candidate(
              each.text(),
              each.text(),
              orNone(each.group()),
              orNone(each.description()),
              null,
              null,
              each.complete(),
              shown.size() + 1));
    }
    return shown;
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public @Nullable Candidate exactMatch() {
    Optional<Completion> exact = ranked.stream().filter(c -> c.text().equals(typed)).findFirst();
    return exact.map(c -> new Candidate(c.text())).orElse(null);
  }

  /** What all that begin with the typed word begin with; the word itself where one does not. */
  @Override
  public String getCommonPrefix() {
    if (ranked.isEmpty()) {
      return typed;
    }
    String common = ranked.get(0).text();
    for (Completion each : ranked) {
      if (!each.text().startsWith(typed)) {
        return typed;
      }
      int length = 0;
      int most = Math.min(common.length(), each.text().length());
      while (length < most && common.charAt(length) == each.text().charAt(length)) {
        length++;
      }
      common = common.substring(0, length);
    }
    return common;
  }
}
