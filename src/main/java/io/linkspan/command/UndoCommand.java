package io.linkspan.command;

import io.linkspan.command.Usage.Group;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ServerException;
import io.linkspan.connection.Session;
import io.linkspan.journal.Journal;
import io.linkspan.journal.JournaledRun;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.SqlState;
import io.linkspan.pg.UserException;
import io.linkspan.report.UndoScreen;
import io.linkspan.run.RunListener;
import io.linkspan.session.Fact;
import io.linkspan.trouble.Scene;
import io.linkspan.trouble.Troubles;
import io.linkspan.undo.Undo;
import io.linkspan.undo.UndoPreview;
import io.linkspan.undo.Undone;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code undo [RUN]}: removes exactly the rows that a run inserted and nobody changed since. */
final class UndoCommand implements Command {
  private final Workspace workspace;

  UndoCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Usage usage() {
    return new Usage(
        Group.RUNNING,
        List.of("undo"),
        List.of("undo [RUN]"),
        "removes exactly the rows that a run inserted and nobody changed since",
        "Without a number, the latest run that is not undone. The rows are told by the transactions"
            + " that inserted them, so rows that were changed since stay. It shows first what would"
            + " go and asks; without anybody to ask it does nothing, unless linkspan was started"
            + " with --yes. It is refused where rows of the run cannot be told from others: after a"
            + " run that updated rows, or when the table was truncated or rewritten since.",
        List.of("undo", "undo 1"));
  }

  @Override
  public Outcome execute(Invocation invocation) {
    Optional<Long> number = RunNumber.parse(invocation.tokens());
    OpenConnection target = workspace.connections().targetOr(Optional.empty());
    requireIdle(target);
    return new Outcome.Working(listener -> look(target, number, invocation, listener));
  }

  private static void requireIdle(OpenConnection target) {
    target.session().requireIdle("An undo is a transaction of its own.");
  }

  private static Outcome look(
      OpenConnection target, Optional<Long> number, Invocation invocation, RunListener listener) {
    JournaledRun run = RunNumber.find(target, number, Journal::latestToUndo, "is left to undo");
    Session session = target.session();
    Undo undo = new Undo(session, Journal.find(session).orElseThrow(), run);
    UndoPreview preview =
        stoppable(
            target,
            () ->
                OneStep.told(listener, run, "counting rows of " + run.entry().into(), undo::look));
    List<Outcome> parts =
        List.of(
            new Outcome.Told(
                new Fact.UndoSeen(preview),
                new Outcome.Shown(UndoScreen.of(preview, invocation.page()))),
            preview.rows() == 0
                ? Outcome.line("Nothing is left to remove.")
                : new Outcome.Working(told -> remove(target, undo, preview, invocation, told)));
    return new Outcome.Several(parts);
  }

  private static Outcome remove(
      OpenConnection target,
      Undo undo,
      UndoPreview preview,
      Invocation invocation,
      RunListener listener) {
    // Asked before anything is told of the work, whose progress would be drawn over the question.
    if (!invocation.questions().canAnswer()) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of("nobody is here to be asked whether to remove the rows")
              .withHint("To do it unasked, start linkspan with --yes."));
    }
    if (!invocation.questions().confirm(question(target, preview))) {
      return Outcome.line("Nothing was changed.");
    }
    String doing = "removing rows of " + preview.run().entry().into();
    Undone undone =
        stoppable(
            target, () -> OneStep.told(listener, preview.run(), doing, () -> undo.remove(preview)));
    return new Outcome.Told(
        new Fact.Undone(preview.run().number(), preview.rows()),
        new Outcome.Told(new Fact.TakenBack(undone), new Outcome.Shown(UndoScreen.of(undone))));
  }

  private static String question(OpenConnection target, UndoPreview preview) {
    String where = target.marks().production() ? target.name() + " is production. " : "";
    return where + UndoScreen.question(preview);
  }

  /** Says of an error of the server that nothing was changed. */
  private static <T> T stoppable(OpenConnection target, Supplier<T> work) {
    try {
      return work.get();
    } catch (ServerException e) {
      throw explained(target, e);
    }
  }

  private static UserException explained(OpenConnection target, ServerException e) {
    boolean stopped =
        e.sqlState().equals(SqlState.QUERY_CANCELED) && !e.fields().message().contains("timeout");
    if (stopped) {
      return new UserException(
          UserException.Kind.INTERRUPTED, e.fields().withHint("Nothing was changed."), e);
    }
    Scene scene = Scene.onTarget(Explained.end(target));
    ErrorFields fields = Troubles.explained(e, scene);
    String detail = fields.detail().map(text -> text + " ").orElse("") + "Nothing was changed.";
    return new UserException(
        e.kind(),
        fields
            .withMessage(
                "target \"%s\" stopped the undo: %s".formatted(target.name(), fields.message()))
            .withDetail(detail),
        e);
  }
}
