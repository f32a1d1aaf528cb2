package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.pg.UserException;
import io.linkspan.report.ErrorScreen;
import io.linkspan.report.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code learn}: lessons about dblink and the shell, on the sandbox. */
final class LearnCommand implements Command {
  private final Workspace workspace;

  LearnCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.SHELL,
        List.of("learn"),
        List.of(
            "learn",
            "learn LESSON",
            "learn FOLDER | FILE",
            "learn hint | next | skip | quit",
            "learn again [LESSON]"),
        "lessons about dblink and linkspan, which you go through at the prompt",
        "A lesson is called by its name or number and goes on where you stopped. It runs on the"
            + " sandbox, which it starts. After each input it looks at the servers, and shows the"
            + " next step when what it asked for is so, however you did it. After the last hint"
            + " comes an answer; skip does the step for you. A folder or a file has lessons of your"
            + " own: docs/writing-lessons.md.",
        List.of("learn", "learn 1", "learn hint", "learn again quoting", "learn ./our-lessons"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Learning learning =
        workspace
            .learning()
            .orElseGet(
                () -> {
                  Learning begun = new Learning(workspace);
                  workspace.learn(begun);
                  return begun;
                });
    learning.speaks();
    String typed = Unquoted.text(invocation.rest());
    String[] words = typed.split("\\s+", 2);
    Optional<String> more = words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    return switch (words[0]) {
      case "" -> learning.list(learning.shelf().all(), invocation.page());
      case "again" -> learning.again(more.map(learning.shelf()::require), invocation);
      case "hint", "next", "skip", "quit" -> {
        more.ifPresent(LearnCommand::refuse);
        yield switch (words[0]) {
          case "hint" -> learning.hint(invocation.page());
          case "quit" -> learning.quit();
          case "skip" -> learning.skip(invocation);
          default -> learning.next(invocation);
        };
      }
      default -> begin(learning, typed, invocation);
    };
  }

  private static void refuse(String more) {
    throw UserException.usage(
        "unexpected \"" + more + "\"", "Type the word alone; to begin a lesson: learn NAME");
  }

  /** The good ones; of the others what is wrong with them. */
  private static Outcome listed(Learning learning, LessonShelf.Taken taken, Page page) {
    if (taken.mistakes().isEmpty()) {
      return learning.list(taken.entries(), page);
    }
    List<Outcome> parts = new ArrayList<>();
    if (!taken.entries().isEmpty()) {
      parts.add(learning.list(taken.entries(), page));
    }
    parts.add(
        new Outcome.Wrong(
            UserException.Kind.USAGE,
            taken.mistakes().stream()
                .flatMap(mistake -> ErrorScreen.error(mistake, "", page).stream())
                .toList()));
    return new Outcome.Several(parts);
  }

  private Outcome begin(Learning learning, String typed, Invocation invocation) {
    boolean named =
        learning.shelf().all().stream().anyMatch(each -> each.lesson().name().equals(typed));
    Path path = FilePath.of(workspace.environment(), typed);
    if (!named && (typed.contains("/") || typed.endsWith(".txt") || Files.isDirectory(path))) {
      LessonShelf.Taken taken = learning.shelf().take(path, typed);
      return Files.isDirectory(path)
          ? listed(learning, taken, invocation.page())
          : learning.begin(taken.entries().get(0), invocation);
    }
    return learning.begin(learning.shelf().require(typed), invocation);
  }
}
