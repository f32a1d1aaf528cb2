package io.linkspan.shell;

import io.linkspan.completion.Completion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Hands the conversation's completions to the line reader, in the conversation's order. */
final class ConversationCompleter implements Completer {
  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line instanceof WordAtCursor word) {
      for (Completion completion : word.completions()) {
        candidates.add(candidate(completion, candidates.size()));
      }
    }
  }

  private static Candidate candidate(Completion completion, int place) {
    return new Candidate(
        completion.text(),
        completion.text(),
        orNone(completion.group()),
        orNone(completion.description()),
        null,
        null,
        completion.complete(),
        place);
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }
}
