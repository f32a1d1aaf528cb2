package io.linkspan.shell;

import io.linkspan.command.Conversation;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands before each further line of a text: the prompt, with what is waited for there. What
 * is known of the lines before a change is kept.
 */
final class ContinuationPrompts {
  /** Lines of the longest text of which it is told what each of them waits for. */
  private static final int MOST_LINES = 100;

  private static final int LONGEST = 20_000;

  /** After a complete input the next one may begin. */
  private static final String COMPLETE = "=";

  private final Conversation conversation;
  private List<String> known = List.of();
  private final List<String> marks = new ArrayList<>();

  /** For each line, the first line of the input that goes on after it. */
  private final List<Integer> begins = new ArrayList<>();

  ContinuationPrompts(Conversation conversation) {
    this.conversation = conversation;
  }

  /** One prompt fewer than there are lines. */
  List<String> of(String prompt, List<String> lines) {
    if (lines.size() > MOST_LINES || length(lines) > LONGEST) {
      return lines.stream().skip(1).map(line -> ContinuationPrompt.of(prompt, "-")).toList();
    }
    int same = 0;
    while (same < Math.min(known.size(), lines.size()) && known.get(same).equals(lines.get(same))) {
      same++;
    }
    int keep = Math.min(same, marks.size());
    marks.subList(keep, marks.size()).clear();
    begins.subList(keep, begins.size()).clear();
    for (int line = keep; line < lines.size() - 1; line++) {
      add(lines, line);
    }
    known = List.copyOf(lines);
    return marks.stream()
        .limit(lines.size() - 1L)
        .map(mark -> ContinuationPrompt.of(prompt, mark))
        .toList();
  }

  private void add(List<String> lines, int line) {
    int begin = line == 0 ? 0 : begins.get(line - 1);
    String text = String.join("\n", lines.subList(begin, line + 1));
    String mark = text.isBlank() ? COMPLETE : mark(text);
    marks.add(mark);
    begins.add(mark.equals(COMPLETE) ? line + 1 : begin);
  }

  private String mark(String text) {
    try {
      Conversation.Completeness now = conversation.completeness(text);
      return now.complete() ? COMPLETE : ContinuationPrompt.mark(now.waitsFor());
    } catch (RuntimeException | StackOverflowError e) {
      // The command meets the same bug when the text is carried out, and logs it.
      return "-";
    }
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(String::length).sum();
  }
}
