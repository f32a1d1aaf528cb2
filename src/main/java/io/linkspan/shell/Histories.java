package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.LineReaderImpl;

/** The lines typed so far, kept apart for each route. */
final class Histories {
  /** Lines of a history that is not kept in a file. */
  private static final int KEPT_IN_MEMORY = 10_000;

  private final Conversation conversation;
  private final StateFolder state;
  private final Map<String, LineHistory> byRoute = new HashMap<>();

  Histories(Conversation conversation, StateFolder state) {
    this.conversation = conversation;
    this.state = state;
  }

  /** Gives the reader the history of the route that the next line is typed on. */
  void attach(LineReaderImpl reader) {
    String route = conversation.route();
    int size = conversation.settings().number(Setting.HISTORY_SIZE);
    Path file = state.history(route);
    if (size > 0 && canBeKept(file)) {
      reader.setVariable(LineReader.HISTORY_FILE, file);
    } else {
      reader.getVariables().remove(LineReader.HISTORY_FILE);
    }
    reader.setVariable(LineReader.HISTORY_SIZE, size > 0 ? size : KEPT_IN_MEMORY);
    reader.setVariable(LineReader.HISTORY_FILE_SIZE, size);
    reader.setHistory(byRoute.computeIfAbsent(route, any -> new LineHistory(conversation)));
  }

  /** Without a place for it, the history lasts as long as the session. */
  private boolean canBeKept(Path file) {
    try {
      state.prepareHistory(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The lines of a history, oldest first. */
  static List<String> lines(History history) {
    List<String> lines = new ArrayList<>();
    history.forEach(entry -> lines.add(entry.line()));
    return lines;
  }
}
