package io.linkspan.command;

import io.linkspan.check.Checks;
import io.linkspan.check.Planned;
import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import io.linkspan.run.Receipt;
import io.linkspan.session.Fact;
import io.linkspan.sql.DblinkCalls;
import io.linkspan.sql.Parameters;
import io.linkspan.sql.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a script's inputs become where the script is looked at and not run: connections, plans and
 * checks are as always; a run becomes all checks; SQL is read by its server and not carried out;
 * whatever would change something, here or there, is left out.
 */
final class ScriptCheck {
  private static final Receipt NOTHING =
      new Receipt(
          true,
          0,
          0,
          0,
          0,
          0,
          List.of(),
          OptionalLong.empty(),
          List.of(),
          Duration.ZERO,
          Receipt.Pieces.ONE);

  /** They need a plan that may be run. */
  private static final Set<String> NEED_A_PLAN = Set.of("run", "preview", "conflicts", "verify");

  /** They ask servers for a value, by a query that somebody wrote. */
  private static final Set<String> ASK = Set.of("expect", "if", "elif", "let");

  private static final Set<String> LEFT_OUT =
      Set.of("install", "save", "forget", "edit", "record", "sandbox", "report", "learn", "trace");

  private static final Set<String> SEND =
      Set.of("\\g", "\\gx", "\\gset", "\\gexec", "\\gdesc", "\\watch");

  private static final Set<String> HARMLESS =
      Set.of(
          "\\c",
          "\\connect",
          "\\conninfo",
          "\\set",
          "\\unset",
          "\\echo",
          "\\qecho",
          "\\warn",
          "\\cd",
          "\\i",
          "\\ir",
          "\\if",
          "\\elif",
          "\\else",
          "\\endif",
          "\\q",
          "\\quit");

  private final Workspace workspace;
  private final Planning planning;
  private final PlanUnseen unseen;

  /** Whether a statement was left out that may have made what later ones need. */
  private boolean leftOut;

  /** Whether the last plan could not be made for want of such a statement. */
  private boolean unplanned;

  ScriptCheck(Workspace workspace, PlansLeft told) {
    this.workspace = workspace;
    this.unseen = new PlanUnseen(workspace.plan(), told);
    this.planning = new Planning(workspace.connections());
  }

  /** Nothing more is looked at. */
  void over(Page page) {
    unseen.left(page);
  }

  /** What comes of a command. */
  Outcome called(Command command, Invocation typed) {
    Usage usage = command.usage();
    if (typed.word().startsWith("\\")) {
      return backslash(command, typed);
    }
    if (NEED_A_PLAN.contains(usage.name())) {
      requireForms(usage, typed);
      unseen.seen();
      workspace.keep(NOTHING);
      return unplanned ? Outcome.nothing() : ready(typed.page());
    }
    if (keepsPlan(usage, typed)) {
      return Outcome.nothing();
    }
    if (usage.group() == Group.PLANNING && !LEFT_OUT.contains(usage.name())) {
      return planned(command, typed);
    }
    if (usage.group() == Group.RUNNING) {
      // No run is known before the script runs.
      RunNumber.parse(typed.tokens());
      return Outcome.nothing();
    }
    if (ASK.contains(usage.name())) {
      if (typed.tokens().at("errors")) {
        // The script knows of them.
        unseen.seen();
      }
      return reading(workspace.connections().target(), () -> command.execute(typed));
    }
    return LEFT_OUT.contains(usage.name()) ? Outcome.nothing() : command.execute(typed);
  }

  private static boolean keepsPlan(Usage usage, Invocation typed) {
    Tokens tokens = typed.tokens();
    return usage.name().equals("plan")
        && (tokens.at("save") || (tokens.at("sql") && tokens.peek(1).word().equals("to")));
  }

  /** A plan, or a clause of the plan in hand, which is another one where that one is missing. */
  private Outcome planned(Command command, Invocation typed) {
    boolean anew = typed.word().equals("plan") && !typed.rest().isBlank();
    boolean another = anew && (typed.tokens().at("copy") || typed.tokens().at("load"));
    if (unplanned && !anew) {
      return Outcome.nothing();
    }
    unplanned = false;
    if (command.usage().name().equals("check")) {
      unseen.seen();
      return command.execute(typed);
    }
    try {
      return unseen.planned(another, typed.page(), () -> command.execute(typed));
    } catch (UserException e) {
      String code = e.fields().sqlState().map(SqlState::code).orElse("");
      unplanned = anew && leftOut && code.startsWith("42");
      if (!unplanned) {
        throw e;
      }
      return notChecked(e);
    }
  }

  private static Outcome notChecked(UserException e) {
    return new Outcome.Remarked(
        List.of(
            Line.of(
                "NOTE:   not checked, for a statement before it was left out: "
                    + e.fields().message())));
  }

  private Outcome backslash(Command command, Invocation typed) {
    if (SEND.contains(typed.word())) {
      QueryBuffer.Query query = PsqlWords.taken(workspace, typed.word());
      OpenConnection connection =
          query
              .connection()
              .map(workspace.connections()::named)
              .orElseGet(workspace.connections()::current);
      Outcome read = sql(connection, query.sql());
      if (typed.word().equals("\\gset") && InputKind.onlyReads(query.sql())) {
        String prefix = PsqlWords.arguments(typed, workspace, 1).stream().findFirst().orElse("");
        return read instanceof Outcome.Remarked ? read : variables(connection, query.sql(), prefix);
      }
      return read;
    }
    return HARMLESS.contains(typed.word()) ? command.execute(typed) : Outcome.nothing();
  }

  /** What only reads may be asked, for what comes after needs its values. */
  private Outcome variables(OpenConnection connection, String sql, String prefix) {
    Outcome.Results asked =
        new Outcome.Results(sql, listener -> connection.session().run(sql, listener));
    return reading(
        Optional.of(connection),
        () -> {
          Silently.carryOut(GsetCommand.kept(workspace, asked, prefix));
          return Outcome.nothing();
        });
  }

  private static void requireForms(Usage usage, Invocation typed) {
    if (usage.name().equals("run")) {
      RunOptions.parse(typed.tokens());
    } else if (usage.name().equals("verify")) {
      RunNumber.parse(typed.tokens());
    } else {
      RowCount.parse(typed.tokens(), 1);
    }
  }

  /** The plan in hand made again, with all checks. */
  private Outcome ready(Page page) {
    Planned now = planning.plan(workspace.plan().require().plan().request());
    workspace.plan().replace(now);
    List<Line> lines = Messages.remarks(now.findings(), page);
    return new Outcome.Told(
        new Fact.Made(now),
        Checks.refuse(now.findings())
            ? new Outcome.Wrong(UserException.Kind.CHECK, lines)
            : new Outcome.Remarked(lines));
  }

  /** What it asks for changes nothing; a value that differs now may not do so after a run. */
  private static Outcome reading(Optional<OpenConnection> connection, Supplier<Outcome> work) {
    boolean idle =
        connection
            .filter(open -> !open.isLost())
            .filter(open -> open.session().transactionStatus() == TransactionStatus.IDLE)
            .isPresent();
    if (idle) {
      connection.orElseThrow().session().execute("BEGIN READ ONLY");
    }
    try {
      return work.get();
    } catch (UserException e) {
      if (e.kind() == UserException.Kind.DIFFERENCE) {
        return Outcome.nothing();
      }
      throw e;
    } finally {
      if (idle && !connection.orElseThrow().isLost()) {
        connection.orElseThrow().session().execute("ROLLBACK");
      }
    }
  }

  /** SQL is read by its server, which says what is wrong with it; it is not carried out. */
  Outcome sql(OpenConnection connection, String sql) {
    if (DblinkCalls.mentioned(sql)) {
      // It may hold a password, which no log of a server may have.
      return Outcome.nothing();
    }
    try {
      connection.session().columnsOf(Parameters.escaped(sql));
    } catch (ServerException e) {
      boolean missing = e.sqlState().code().startsWith("42");
      if (!missing || !leftOut) {
        throw new UserException(UserException.Kind.CHECK, wrong(connection, e), e);
      }
      return notChecked(e);
    }
    leftOut |= !Set.of("select", "values", "table", "show").contains(Tokens.of(sql).peek().word());
    return Outcome.nothing();
  }

  private static ErrorFields wrong(OpenConnection connection, ServerException e) {
    return e.fields()
        .withMessage(
            "\"%s\" refuses the statement: %s".formatted(connection.name(), e.fields().message()));
  }
}
