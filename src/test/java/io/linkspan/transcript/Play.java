package io.linkspan.transcript;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.report.Display;
import io.linkspan.report.Page;
import io.linkspan.shell.Batch;
import io.linkspan.shell.BatchInput;
import io.linkspan.shell.ConsoleQuestions;
import io.linkspan.shell.Exchange;
import io.linkspan.shell.StateFolder;
import io.linkspan.shell.TypedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One play of a story, by the stages that the process wires. Its headers:
 *
 * <ul>
 *   <li>{@code width: 100} – columns of the page; else 80
 *   <li>{@code connected: no} – begins without the connections {@code archive}, the source, and
 *       {@code main}, the target
 *   <li>{@code answer: …} – what is typed when a hidden line or a yes is asked for, in turn
 * </ul>
 */
final class Play implements AutoCloseable {
  private final Stage stage;
  private final LinkspanConversation conversation;
  private final ScriptedConsole console;
  private final Exchange exchange;
  private final List<String> typed = new ArrayList<>();

  Play(Transcript transcript, Stage stage) {
    this.stage = stage;
    this.conversation = new LinkspanConversation(stage.environment(), Map.of());
    int width = transcript.value("width").map(Integer::valueOf).orElse(80);
    this.console =
        new ScriptedConsole(width, transcript.values("answer"), stage.environment().variables());
    this.exchange =
        new Exchange(
            conversation,
            new ConsoleQuestions(console, false),
            () -> Display.of(conversation.settings()),
            new StateFolder(stage.home().resolve("state")));
    if (transcript.value("connected").isEmpty()) {
      connect("archive", stage.source().conninfo(), "source");
      connect("main", stage.target().conninfo(), "target");
    }
  }

  private void connect(String name, String conninfo, String role) {
    Page page = new Page(console.width(), String::length);
    conversation.execute(
        "connect %s %s as %s".formatted(name, conninfo, role),
        page,
        new ConsoleQuestions(console, false));
  }

  /** Types the input and waits for its end. */
  void type(String input) {
    String text = stage.withPorts(Password.typed(input));
    typed.add(text);
    new Batch(exchange, true).run(List.of(BatchInput.command(text)));
  }

  /** All that was shown, what was typed included. */
  String shown() {
    return console.shown();
  }

  /** Leaves the history of the story in its home. */
  void keepHistory() {
    TypedHistory.write(conversation, typed, stage.home().resolve("history"));
  }

  @Override
  public void close() {
    conversation.close();
    console.close();
  }
}
