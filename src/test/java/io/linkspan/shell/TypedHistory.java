package io.linkspan.shell;

import io.linkspan.command.Conversation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** The history file as the prompt would have left it. */
public final class TypedHistory {
  private TypedHistory() {}

  /** Writes what the history keeps of the typed texts. */
  public static void write(Conversation conversation, List<String> typed, Path file) {
    LineHistory history = new LineHistory(conversation);
    try (Terminal terminal =
        new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
      LineReaderBuilder.builder()
          .terminal(terminal)
          .history(history)
          .variable(LineReader.HISTORY_FILE, file)
          .build();
      typed.forEach(text -> history.add(Instant.EPOCH, text));
      history.save();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
