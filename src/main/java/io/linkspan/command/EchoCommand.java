package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.report.Line;
import java.util.ArrayList;
import java.util.List;

/** {@code \echo}, {@code \qecho} and {@code \warn}. */
final class EchoCommand implements AsPsql {
  private final Workspace workspace;

  /** What \echo -n said, which the next text goes on. */
  private String begun = "";

  EchoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.PSQL,
        List.of("\\echo", "\\qecho", "\\warn"),
        List.of("\\echo [-n] TEXT …", "\\qecho TEXT …", "\\warn TEXT …"),
        "shows a text: \\echo on the screen, \\qecho where results go, \\warn where errors go",
        "After -n, the next \\echo goes on in the same line.",
        List.of("\\echo done with :source", "\\warn 'nothing was copied'"));
  }

  @Override
  public Outcome execute(Invocation typed) {
    List<String> words = new ArrayList<>(PsqlWords.arguments(typed, workspace, Integer.MAX_VALUE));
    boolean goesOn = !words.isEmpty() && words.get(0).equals("-n");
    String text = begun + String.join(" ", goesOn ? words.subList(1, words.size()) : words);
    begun = goesOn ? text : "";
    if (goesOn) {
      return Outcome.nothing();
    }
    List<Line> lines = text.isEmpty() ? List.of(Line.EMPTY) : Line.all(text);
    return switch (typed.word()) {
      case "\\qecho" -> new Outcome.Looked(lines);
      case "\\warn" -> new Outcome.Remarked(lines);
      default -> new Outcome.Shown(lines);
    };
  }
}
