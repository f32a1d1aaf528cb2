package io.linkspan.command;

import io.linkspan.connection.ConnectionMarks;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.connection.Environment;
import io.linkspan.connection.HostPort;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.Secret;
import io.linkspan.lesson.End;
import io.linkspan.lesson.Lesson;
import io.linkspan.report.Display;
import io.linkspan.sandbox.Access;
import io.linkspan.shell.Batch;
import io.linkspan.shell.BatchInput;
import io.linkspan.shell.ConsoleQuestions;
import io.linkspan.shell.Exchange;
import io.linkspan.shell.StateFolder;
import io.linkspan.testing.Jdbc;
import io.linkspan.testing.TestDatabase;
import io.linkspan.transcript.ScriptedConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A shell whose sandbox is two databases of test servers, with the sandbox's sample data. */
final class LessonShell implements AutoCloseable {
  private final Workspace workspace;
  private final LinkspanConversation conversation;
  private final ScriptedConsole console = new ScriptedConsole(80, List.of(), Map.of());
  private final Exchange exchange;

  /** A shell on new databases. */
  LessonShell(Path home, TestDatabase archive, TestDatabase main) {
    this(home, archive, main, true);
  }

  /**
   * A shell.
   *
   * @param empty whether the databases have no sample data yet
   */
  LessonShell(Path home, TestDatabase archive, TestDatabase main, boolean empty) {
    workspace = new Workspace(new Environment(Map.of(), home, "ann", home));
    conversation = new LinkspanConversation(workspace);
    exchange =
        new Exchange(
            conversation,
            new ConsoleQuestions(console, true),
            () -> Display.of(conversation.settings()),
            new StateFolder(home.resolve("state")));
    if (empty) {
      fill(archive, main);
    }
    workspace.keep(new Databases(archive, main));
  }

  /** Gives the databases the sample data of the sandbox. */
  static void fill(TestDatabase archive, TestDatabase main) {
    String path = " SET search_path = \"$user\", public, dblink";
    main.server().execute(main.name(), "ALTER DATABASE " + main.name() + path);
    archive.execute(sample("archive.sql"));
    main.execute(sample("main.sql"));
  }

  private static String sample(String name) {
    String path = "/io/linkspan/sandbox/" + name;
    try (var in = Objects.requireNonNull(LessonShell.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types an input and gives what it shows. */
  String type(String input) {
    int before = console.shown().length();
    new Batch(exchange, true).run(List.of(BatchInput.command(input)));
    return console.shown().substring(before);
  }

  /** All that was shown. */
  String shown() {
    return console.shown();
  }

  /** The text with the values of its places. */
  String filled(Lesson lesson, String text) {
    return new LessonGround(workspace).places(lesson).filled(text);
  }

  @Override
  public void close() {
    conversation.close();
    console.close();
  }

  /** The databases in the part of the sandbox. */
  private final class Databases implements RunningSandbox {
    private final TestDatabase archive;
    private final TestDatabase main;

    Databases(TestDatabase archive, TestDatabase main) {
      this.archive = archive;
      this.main = main;
    }

    @Override
    public Outcome connect() {
      open("archive", archive.access());
      open("main", main.access());
      workspace.connections().useSource("archive");
      workspace.connections().useTarget("main");
      workspace.plan().clear();
      return Outcome.nothing();
    }

    private void open(String name, Access access) {
      ConnectionSettings settings =
          new ConnectionSettings(
              List.of(new HostPort(access.host(), access.port())),
              access.database(),
              access.login().user(),
              Optional.of(new Secret(access.login().password())),
              Map.of());
      workspace
          .connections()
          .add(OpenConnection.open(name, settings, ConnectionMarks.NONE, Optional.empty()));
    }

    @Override
    public boolean leadsHere(OpenConnection connection) {
      return List.of(archive.name(), main.name()).contains(connection.settings().database());
    }

    @Override
    public boolean isNew() {
      return true;
    }

    @Override
    public void setUp(End end, boolean superuser, String sql) {
      TestDatabase database = end == End.ARCHIVE ? archive : main;
      Jdbc.execute(superuser ? database.superuser() : database.access(), sql);
    }

    @Override
    public Outcome fresh() {
      return Outcome.nothing();
    }

    @Override
    public Outcome reset() {
      throw new UnsupportedOperationException("the databases are made once");
    }

    @Override
    public Outcome events(long rows) {
      String script = sample("events.sql");
      main.execute(script.replace(":rows", "0"));
      archive.execute(script.replace(":rows", Long.toString(rows)));
      return Outcome.nothing();
    }

    @Override
    public void close() {}
  }
}
