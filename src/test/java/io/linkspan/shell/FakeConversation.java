package io.linkspan.shell;

import io.linkspan.command.Conversation;
import io.linkspan.command.Outcome;
import io.linkspan.command.Questions;
import io.linkspan.command.ScriptFlow;
import io.linkspan.completion.Completion;
import io.linkspan.completion.Mark;
import io.linkspan.connection.ColumnHead;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.UserException;
import io.linkspan.report.Line;
import io.linkspan.report.Page;
import io.linkspan.report.Style;
import io.linkspan.session.SessionLog;
import io.linkspan.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A conversation about nothing: SQL waits for its semicolon, brackets for their closing. */
final class FakeConversation implements Conversation {
  final List<String> executed = new CopyOnWriteArrayList<>();
  final CountDownLatch waiting = new CountDownLatch(1);
  final CountDownLatch interrupted = new CountDownLatch(2);
  final FakeWork work = new FakeWork();
  final Settings settings = new Settings();
  final ScriptFlow flow = ScriptFlow.plain();
  final SessionLog session = new SessionLog(Clock.systemUTC());
  volatile Optional<String> leaving = Optional.empty();
  final List<String> askedForMarks = new CopyOnWriteArrayList<>();
  volatile String route = "archive -> main";
  volatile int interrupts;
  volatile boolean closed;

  /** How many interrupts it takes to stop {@code wait}. */
  volatile int stubbornness = 1;

  @Override
  public Line prompt() {
    return Line.of((route.isEmpty() ? "linkspan" : route + " ") + "=>");
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public SessionLog session() {
    return session;
  }

  @Override
  public ScriptFlow flow() {
    return flow;
  }

  @Override
  public String route() {
    return route;
  }

  @Override
  public String begun() {
    return "";
  }

  @Override
  public Set<String> firstWords() {
    return Set.of("select", "insert", "use", "ping", "plan", "quit", "wait");
  }

  /** A name is unknown that ends in an x. */
  @Override
  public List<Mark> marks(String typed) {
    askedForMarks.add(typed);
    return Pattern.compile("\\b\\w+x\\b")
        .matcher(typed)
        .results()
        .map(found -> new Mark(found.start(), found.end(), "unknown"))
        .toList();
  }

  @Override
  public String hint(String typed) {
    return typed.equals("plan ") ? "copy SOURCE -> TARGET" : "";
  }

  @Override
  public Optional<String> beforeLeaving() {
    return leaving;
  }

  @Override
  public Completeness completeness(String typed) {
    if (typed.chars().filter(c -> c == '\'').count() % 2 == 1) {
      return new Completeness(false, "'");
    }
    if (count(typed, '(') > count(typed, ')')) {
      return new Completeness(false, ")");
    }
    boolean sql = typed.startsWith("select") || typed.startsWith("insert");
    return sql && !typed.endsWith(";") ? new Completeness(false, ";") : new Completeness(true, "");
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  @Override
  public Outcome execute(String typed, Page page, Questions questions) {
    executed.add(typed);
    String verb = typed.split("[ ;]", 2)[0];
    return switch (verb) {
      case "use" -> {
        route = typed.substring(3).strip();
        yield Outcome.nothing();
      }
      case "set" -> {
        String[] words = typed.split(" ", 3);
        settings.set(Settings.require(words[1]), words[2]);
        yield Outcome.nothing();
      }
      case "quit" -> new Outcome.Quit();
      case "wait" -> waitForInterrupt();
      case "work" -> new Outcome.Working(work);
      case "bug" -> throw new IllegalStateException("password=sesame");
      case "colour" -> new Outcome.Shown(List.of(Line.of(Style.GOOD, "green")));
      case "escape" -> Outcome.line("\u001b[31mred");
      case "rows" -> rows();
      case "connect" ->
          Outcome.line(
              questions.secret("Password: ").map(s -> s.length() + " letters").orElse("-"));
      case "run" -> Outcome.line(questions.confirm("Run?") ? "ran" : "did not run");
      case "there" -> Outcome.line(questions.someoneThere() ? "somebody" : "nobody");
      case "replay" -> new Outcome.Script(Path.of(typed.substring(7)));
      case "fail" -> throw failure(UserException.Kind.valueOf(typed.substring(5)));
      case "width" -> Outcome.line("width " + page.width());
      default -> Outcome.line("did " + typed);
    };
  }

  private static UserException failure(UserException.Kind kind) {
    return new UserException(kind, ErrorFields.of("it failed").withHint("Try again."));
  }

  private static Outcome rows() {
    return new Outcome.Results(
        "select 1",
        listener -> {
          listener.columns(List.of(new ColumnHead("id", "int4"), new ColumnHead("name", "text")));
          listener.row(List.of(Optional.of("1"), Optional.of("Anna")));
          listener.row(List.of(Optional.of("10"), Optional.empty()));
          listener.endOfRows(2);
        });
  }

  private Outcome waitForInterrupt() {
    waiting.countDown();
    synchronized (this) {
      while (interrupts < stubbornness) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new UserException(
        UserException.Kind.INTERRUPTED, ErrorFields.of("canceling statement due to user request"));
  }

  @Override
  public List<Completion> complete(String typed, int cursor) {
    String before = typed.substring(0, cursor);
    if (before.startsWith("many ")) {
      return IntStream.range(0, 500)
          .mapToObj(i -> new Completion("name" + i, "one of very many", "tables", true))
          .toList();
    }
    List<Completion> all =
        before.contains(" ")
            ? List.of(
                new Completion("archive", "PostgreSQL 15.19", "connections", true),
                new Completion("archived_users", "998 rows", "tables", true))
            : List.of(
                new Completion("plan", "plans a copy", "commands", true),
                new Completion("ping", "asks the servers", "commands", true));
    return all;
  }

  @Override
  public boolean working() {
    return true;
  }

  @Override
  public synchronized void interrupt() {
    interrupts++;
    interrupted.countDown();
    notifyAll();
  }

  @Override
  public String forHistory(String typed) {
    return typed.startsWith("secret") ? "" : typed.replaceAll("password=\\S+", "password=***");
  }

  @Override
  public void close() {
    closed = true;
  }
}
