package io.linkspan.shell;

import io.linkspan.command.Conversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines typed so far, as the conversation lets them be kept: without secrets. A line that
 * begins with a blank is not kept.
 */
final class LineHistory extends DefaultHistory {
  private final Conversation conversation;

  LineHistory(Conversation conversation) {
    this.conversation = conversation;
  }

  @Override
  public void add(Instant time, String line) {
    if (line.isBlank() || Character.isWhitespace(line.charAt(0))) {
      return;
    }
    for (String kept : kept(line)) {
      super.add(time, kept);
    }
  }

  /** A file that is not text, whatever made it so, must not keep the prompt away. */
  @Override
  public void load() throws IOException {
    try {
      super.load();
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private List<String> kept(String line) {
    try {
      return Gathering.pieces(conversation, line).stream()
          .map(piece -> conversation.forHistory(piece).strip())
          .filter(text -> !text.isEmpty())
          .toList();
    } catch (RuntimeException | StackOverflowError e) {
      // What is secret in it could not be told; the command itself will meet the bug and log it.
      return List.of();
    }
  }
}
