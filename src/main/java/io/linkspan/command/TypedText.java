package io.linkspan.command;

import io.linkspan.command.QueryBuffer.Query;
import io.linkspan.pg.UserException;
import io.linkspan.sql.BackslashText;
import io.linkspan.sql.SplitText;
import io.linkspan.sql.StatementText;
import io.linkspan.sql.Statements;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * SQL and backslash commands as they were typed, carried out one after another, since what becomes
 * of one may depend on those before it. What is not complete in the end stays in the buffer.
 */
final class TypedText {
  /** Commands after which nothing is left of the SQL before them. */
  private static final Set<String> ENDING =
      Set.of(
          "\\g", "\\gx", "\\gset", "\\gexec", "\\gdesc", "\\watch", "\\r", "\\reset", "\\e",
          "\\edit");

  private static final String JOINING = "\\;";

  private final QueryBuffer buffer;
  private final Workspace workspace;
  private final Function<Query, Outcome> sending;
  private final Function<BackslashText.Called, Outcome> calling;
  private final Deque<Supplier<Outcome>> steps = new ArrayDeque<>();

  /**
   * A way to carry typed texts out.
   *
   * @param sending sends a statement
   * @param calling carries a backslash command out
   */
  TypedText(
      Workspace workspace,
      Function<Query, Outcome> sending,
      Function<BackslashText.Called, Outcome> calling) {
    this.workspace = workspace;
    this.buffer = workspace.buffer();
    this.sending = sending;
    this.calling = calling;
  }

  /** What the text waits for; it is complete after a semicolon, and after a backslash command. */
  static io.linkspan.sql.Completeness completeness(String sql) {
    if (sql.indexOf('\\') < 0) {
      return io.linkspan.sql.Completeness.ofSql(sql);
    }
    List<BackslashText.Part> parts = BackslashText.parts(sql);
    StringBuilder left = new StringBuilder();
    boolean commands = false;
    for (BackslashText.Part part : parts) {
      left.append(part.sql());
      if (part.command().isEmpty()) {
        boolean atEnd = commands && part.sql().isBlank();
        return atEnd
            ? io.linkspan.sql.Completeness.COMPLETE
            : io.linkspan.sql.Completeness.ofSql(left.toString());
      }
      commands = !part.command().get().word().equals("\\\\");
      if (ENDING.contains(part.command().get().word())) {
        left.setLength(0);
      }
    }
    return io.linkspan.sql.Completeness.COMPLETE;
  }

  /** Carries a text out after what is in the buffer. */
  Outcome carriedOut(Optional<String> connection, String text) {
    Query begun = buffer.pending();
    Optional<String> asked = begun.isBlank() ? connection : begun.connection();
    String whole = begun.isBlank() ? text : "\n" + text;
    List<BackslashText.Part> parts =
        whole.indexOf('\\') < 0
            ? List.of(new BackslashText.Part(whole, Optional.empty()))
            : BackslashText.parts(whole);
    refuseJoined(parts);
    asked.ifPresent(name -> refuseLookUp(name, parts.get(0)));
    for (BackslashText.Part part : parts) {
      steps.add(() -> sql(asked, part.sql()));
      part.command()
          .filter(command -> !command.word().equals("\\\\"))
          .ifPresent(command -> steps.add(() -> calling.apply(command)));
    }
    return steps.size() == 1 ? steps.remove().get() : new Outcome.Series(this::next);
  }

  /** A look-up names the connection itself; without one it would show another one's tables. */
  private static void refuseLookUp(String connection, BackslashText.Part first) {
    first
        .command()
        .filter(command -> first.sql().isBlank() && command.word().startsWith("\\d"))
        .ifPresent(
            command -> {
              throw UserException.usage(
                  "\"@%s\" sends SQL, and \"%s\" is none".formatted(connection, command.word()),
                  "Name the connection before a colon: %s %s:%s"
                      .formatted(command.word(), connection, command.arguments().strip()));
            });
  }

  /** Several statements in one message are not here; nothing of them is carried out or kept. */
  private void refuseJoined(List<BackslashText.Part> parts) {
    boolean joined =
        parts.stream()
            .flatMap(part -> part.command().stream())
            .anyMatch(command -> command.word().equals(JOINING));
    if (joined) {
      buffer.clear();
      throw LeftOutWords.refusal(JOINING);
    }
  }

  private Optional<Outcome> next() {
    return Optional.ofNullable(steps.poll()).map(Supplier::get);
  }

  /** Sends the statements that the text completes; the rest stays. */
  private Outcome sql(Optional<String> connection, String text) {
    String added =
        workspace.blocks().skipping() ? "" : VariablesSet.filled(text, workspace.variables());
    SplitText split = Statements.split(buffer.take().sql() + added);
    if (!split.remainder().isBlank()) {
      buffer.keep(new Query(connection, split.remainder()));
    }
    List<Supplier<Outcome>> all = new ArrayList<>();
    for (StatementText statement : split.statements()) {
      all.add(() -> sending.apply(new Query(connection, statement.text())));
    }
    return switch (all.size()) {
      case 0 -> Outcome.nothing();
      case 1 -> all.get(0).get();
      default -> Outcome.inTurn(all);
    };
  }
}
