package io.linkspan.command;

import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.lesson.End;
import io.linkspan.lesson.Lesson;
import io.linkspan.lesson.Places;
import io.linkspan.lesson.Setup;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The servers that lessons run on. */
final class LessonGround {
  private final Workspace workspace;

  LessonGround(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Makes ready what the lesson begins with.
   *
   * @throws UserException where it cannot run here
   */
  Outcome prepare(Lesson lesson, Questions questions) {
    Outcome outcome = lesson.ground() == Lesson.Ground.ROUTE ? route() : sandbox(lesson, questions);
    if (lesson.link()) {
      workspace
          .connections()
          .link(
              workspace.connections().sourceOr(Optional.empty()),
              workspace.connections().targetOr(Optional.empty()));
    }
    return outcome;
  }

  private Outcome route() {
    workspace.connections().sourceOr(Optional.empty());
    workspace.connections().targetOr(Optional.empty());
    return Outcome.nothing();
  }

  private Outcome sandbox(Lesson lesson, Questions questions) {
    boolean started = workspace.sandbox().isEmpty();
    for (End end : End.values()) {
      requireFree(end.text());
      requireIdle(lesson, end);
    }
    RunningSandbox sandbox = running();
    Outcome outcome;
    if (lesson.fresh() && !(started && sandbox.isNew())) {
      requireYes(questions);
      outcome = sandbox.reset();
    } else {
      // New sessions: what an earlier lesson left open in them is gone.
      outcome = started ? sandbox.connect() : quietly(sandbox.connect());
    }
    for (Setup setup : lesson.setups()) {
      sandbox.setUp(setup.end(), setup.superuser(), places(lesson).filled(setup.sql()));
    }
    return outcome;
  }

  private static Outcome quietly(Outcome outcome) {
    Silently.carryOut(outcome);
    return Outcome.nothing();
  }

  /** A lesson never touches other servers because they have the names of the sandbox's. */
  private void requireFree(String name) {
    boolean elsewhere =
        workspace.connections().all().stream()
            .filter(connection -> connection.name().equals(name))
            .anyMatch(
                connection ->
                    workspace.sandbox().map(own -> !own.leadsHere(connection)).orElse(true));
    if (elsewhere) {
      throw UserException.usage(
          "connection \"" + name + "\" is open and does not lead to the sandbox",
          "Lessons use that name: disconnect " + name);
    }
  }

  /** New sessions begin, and what is not committed in the old ones would be gone. */
  private void requireIdle(Lesson lesson, End end) {
    if (connection(lesson, end).filter(open -> !open.isLost() && !idle(open)).isPresent()) {
      throw UserException.usage(
          "a transaction is open on \"" + end.text() + "\"",
          "The lesson begins with new sessions, so end it first: %scommit or rollback"
              .formatted(end == End.ARCHIVE ? "@archive " : ""));
    }
  }

  /** Whether no transaction is open there. */
  static boolean idle(OpenConnection connection) {
    return !connection.isLost()
        && connection.session().transactionStatus() == TransactionStatus.IDLE;
  }

  private RunningSandbox running() {
    return workspace
        .sandbox()
        .orElseGet(
            () -> {
              EmbeddedSandbox sandbox = EmbeddedSandbox.start(workspace);
              workspace.keep(sandbox);
              return sandbox;
            });
  }

  private static void requireYes(Questions questions) {
    if (!questions.confirm(
        "The lesson begins with fresh sample data; what was done in the sandbox is lost. Go on?")) {
      throw new UserException(
          UserException.Kind.INTERRUPTED, ErrorFields.of("the lesson was not begun"));
    }
  }

  /** The connection of an end; empty where it is not open. */
  Optional<OpenConnection> connection(Lesson lesson, End end) {
    if (lesson.ground() == Lesson.Ground.ROUTE) {
      return end == End.ARCHIVE
          ? workspace.connections().source()
          : workspace.connections().target();
    }
    return workspace.connections().all().stream()
        .filter(connection -> connection.name().equals(end.text()))
        .findFirst();
  }

  /** What the places of the lesson's texts stand for. */
  Places places(Lesson lesson) {
    Map<String, String> values = new HashMap<>();
    for (End end : End.values()) {
      connection(lesson, end)
          .ifPresent(
              connection -> {
                ConnectionSettings settings = connection.settings();
                values.put(end.text() + ".host", settings.hosts().get(0).host());
                values.put(end.text() + ".port", String.valueOf(settings.hosts().get(0).port()));
                values.put(end.text() + ".database", settings.database());
                values.put(end.text() + ".user", settings.user());
              });
    }
    return new Places(values);
  }
}
