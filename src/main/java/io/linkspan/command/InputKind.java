package io.linkspan.command;

import io.linkspan.pg.UserException;
import io.linkspan.session.TableShape;
import io.linkspan.sql.BackslashText;
import io.linkspan.sql.SingleRead;
import io.linkspan.sql.StatementText;
import io.linkspan.sql.Statements;
import io.linkspan.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kinds of inputs do to servers, told by their text alone. */
final class InputKind {
  private static final Set<String> CHANGING = Set.of("run", "resume", "undo", "install");
  private static final Set<String> SENDING = Set.of("\\gexec", "\\watch");

  /** Statements that leave every table as it is defined. */
  private static final Set<String> OF_ROWS =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "truncate",
          "begin",
          "start",
          "commit",
          "end",
          "rollback",
          "abort",
          "savepoint",
          "release",
          "lock",
          "analyze",
          "vacuum",
          "set",
          "reset");

  /** What a new session knows nothing of. */
  private static final Set<String> OF_SESSION =
      Set.of("set", "reset", "prepare", "deallocate", "listen", "unlisten", "load");

  private static final Set<String> BEGINS = Set.of("begin", "start");

  private static final Set<String> COMMITS = Set.of("commit", "end");

  private static final Set<String> SCENE =
      Set.of(
          ("connect \\c \\connect disconnect use let unset set \\set \\unset plan columns map where"
                  + " distinct on truncate batch workers edit if elif else end \\if \\elif \\else"
                  + " \\endif replay \\i \\include \\ir \\include_relative \\cd \\pset \\x \\a \\t"
                  + " \\timing \\prompt \\getenv \\o \\out \\encoding save record trace")
              .split(" "));

  private InputKind() {}

  /** What the input does, for a script that goes on after it was interrupted. */
  static String of(Input input) {
    if (input instanceof Input.OfCommand command) {
      return ofCommand(command);
    }
    return input instanceof Input.OfSql sql ? ofSql(sql) : "scene";
  }

  private static String ofCommand(Input.OfCommand command) {
    String word = command.word();
    if (SCENE.contains(word) || !expectedTables(command).isEmpty()) {
      return "scene";
    }
    if (word.equals("sandbox")) {
      return command.rest().isBlank() ? "scene" : "statement";
    }
    if (changes(command) || word.equals("\\!")) {
      return word.equals("run") ? "run" : "statement";
    }
    return "look";
  }

  private static String ofSql(Input.OfSql sql) {
    List<String> verbs =
        statements(sql.text()).stream().map(s -> Tokens.of(s).peek().word()).toList();
    if (onlyReads(sql.text())) {
      return sql.text().contains("\\gset") ? "scene" : "look";
    }
    if (BEGINS.containsAll(verbs)) {
      return "begin";
    }
    if (OF_SESSION.containsAll(verbs)) {
      return "scene";
    }
    return verbs.stream().anyMatch(COMMITS::contains) ? "commit" : "statement";
  }

  /** Whether a statement of the input commits the transaction that is open. */
  static boolean commits(Input input) {
    return input instanceof Input.OfSql sql
        && statements(sql.text()).stream().map(Tokens::of).anyMatch(InputKind::commits);
  }

  private static boolean commits(Tokens statement) {
    return COMMITS.contains(statement.peek().word())
        || (statement.at("prepare") && statement.peek(1).word().equals("transaction"));
  }

  /** Whether the input may change rows or tables; one that is rolled back does not. */
  static boolean changes(Input input) {
    if (input instanceof Input.OfCommand command) {
      boolean dry = command.word().equals("run") && Tokens.of(command.rest()).at("dry");
      return (CHANGING.contains(command.word()) && !dry) || SENDING.contains(command.word());
    }
    return input instanceof Input.OfSql sql
        && statements(sql.text()).stream().anyMatch(s -> !reads(s));
  }

  /** Whether the input may change how a table is defined. */
  static boolean defines(Input input) {
    return input instanceof Input.OfSql sql
        && statements(sql.text()).stream()
            .anyMatch(s -> !reads(s) && !OF_ROWS.contains(Tokens.of(s).peek().word()));
  }

  /** Whether the text is nothing but queries that are shown. */
  static boolean onlyReads(String sql) {
    return statements(sql).stream().allMatch(InputKind::reads);
  }

  /** The statements of a text, the backslash commands between them left out. */
  private static List<String> statements(String text) {
    StringBuilder sql = new StringBuilder();
    if (text.indexOf('\\') < 0) {
      sql.append(text);
    } else {
      BackslashText.parts(text).forEach(part -> sql.append(part.sql()).append('\n'));
    }
    return Statements.split(sql + "\n;").statements().stream()
        .map(StatementText::text)
        .filter(statement -> !Tokens.of(statement).atEnd())
        .toList();
  }

  private static boolean reads(String statement) {
    String verb = Tokens.of(statement).peek().word();
    return verb.equals("show")
        || (verb.equals("explain") && !statement.toLowerCase(Locale.ROOT).contains("analy"))
        || SingleRead.problems(statement).isEmpty();
  }

  /** The names of the connections whose tables an {@code expect tables} compares; else none. */
  static List<String> expectedTables(Input input) {
    try {
      return ExpectedTables.in(input).stream().map(TableShape::connection).distinct().toList();
    } catch (UserException e) {
      // What is wrong with it is told where it stands.
      return List.of();
    }
  }
}
