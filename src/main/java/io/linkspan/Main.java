package io.linkspan;

import io.linkspan.command.LinkspanConversation;
import io.linkspan.command.UserConfiguration;
import io.linkspan.connection.Environment;
import io.linkspan.pg.UserException;
import io.linkspan.report.Display;
import io.linkspan.report.ErrorScreen;
import io.linkspan.report.Line;
import io.linkspan.report.Style;
import io.linkspan.settings.Settings;
import io.linkspan.shell.Batch;
import io.linkspan.shell.BatchInput;
import io.linkspan.shell.Console;
import io.linkspan.shell.ConsoleQuestions;
import io.linkspan.shell.Ending;
import io.linkspan.shell.Exchange;
import io.linkspan.shell.ExitCode;
import io.linkspan.shell.JUnitFile;
import io.linkspan.shell.Mistakes;
import io.linkspan.shell.PlainConsole;
import io.linkspan.shell.QuietLoggers;
import io.linkspan.shell.Shell;
import io.linkspan.shell.StateFolder;
import io.linkspan.shell.TerminalConsole;
import io.linkspan.sql.SqlParsing;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the arguments, wires the stages and gives the exit code. */
public final class Main {
  private Main() {}

  /** Starts the shell. */
  public static void main(String[] words) {
    QuietLoggers.switchOff();
    Arguments arguments;
    try {
      arguments = Arguments.parse(words);
    } catch (UserException e) {
      ErrorScreen.error(e).forEach(line -> System.err.println(line.text()));
      System.exit(ExitCode.of(e.kind()));
      return;
    }
    if (arguments.help()) {
      System.out.print(Arguments.USAGE);
    } else if (arguments.version()) {
      System.out.println("linkspan " + version());
    } else {
      System.exit(converse(arguments));
    }
  }

  private static int converse(Arguments arguments) {
    Environment environment = Environment.ofProcess();
    Map<String, String> variables = environment.variables();
    Settings settings = new Settings();
    UserConfiguration configuration =
        UserConfiguration.begin(environment, arguments.skipConfiguration());
    LinkspanConversation conversation =
        new LinkspanConversation(environment, arguments.variables(), settings);
    StateFolder state = StateFolder.of(variables, environment.home());
    boolean interactive = arguments.inputs().isEmpty() && atTerminal();
    try (Console console =
        interactive
            ? TerminalConsole.open(conversation, state, variables, arguments.noColour())
            : PlainConsole.ofProcess(variables, arguments.noColour())) {
      Exchange exchange =
          new Exchange(
              conversation,
              new ConsoleQuestions(console, arguments.yes()),
              () -> Display.of(settings),
              state);
      Optional<JUnitFile> junit =
          arguments.junit().map(file -> new JUnitFile(file, conversation.session()));
      Ending ending = new Ending(exchange, () -> junit.ifPresent(JUnitFile::run));
      Runtime.getRuntime().addShutdownHook(new Thread(ending::atSignal, "ending"));
      Start start = new Start(arguments, interactive, configuration, conversation);
      boolean events = arguments.events() && !interactive;
      int code =
          exchange.tell(
              (page, questions) -> {
                if (events) {
                  exchange.tellEvents(version());
                }
                junit.ifPresent(JUnitFile::prepare);
                start.begin(page, questions);
              });
      if (interactive && code != ExitCode.of(UserException.Kind.USAGE)) {
        // A server that cannot be reached is no reason not to have a prompt.
        code = ExitCode.DONE;
      }
      if (code == ExitCode.DONE) {
        code = begin(arguments, exchange);
      }
      if (code == ExitCode.DONE) {
        start.script().ifPresent(file -> new Batch(exchange, false).run(List.of(file)));
      }
      if (code == ExitCode.DONE) {
        code =
            arguments.check()
                ? check(arguments, conversation, exchange)
                : interactive ? prompt(exchange) : batch(arguments, exchange);
      }
      int end = exchange.tell((page, questions) -> ending.run());
      code = code == ExitCode.DONE ? end : code;
      if (!ending.isBySignal()) {
        exchange.ended(OptionalInt.of(code));
      }
      return code;
    }
  }

  /** Whether input and output are both a terminal. */
  @SuppressWarnings(
      "SystemConsoleNull") // The launcher sets jdk.console=java.base, which gives null.
  private static boolean atTerminal() {
    return System.console() != null;
  }

  /** What comes before the first line of input: the sandbox, and its story. */
  private static int begin(Arguments arguments, Exchange exchange) {
    int code = ExitCode.DONE;
    if (arguments.sandbox()) {
      code = new Batch(exchange, false).run(List.of(BatchInput.command("sandbox")));
    }
    if (arguments.story() && code == ExitCode.DONE) {
      code = new Batch(exchange, false).run(List.of(BatchInput.command("sandbox fresh")));
    }
    if (arguments.story() && code == ExitCode.DONE) {
      code =
          new Batch(exchange, true)
              .run(List.of(BatchInput.text("story.lks", resource("story.lks"))));
    }
    return code;
  }

  private static Reader resource(String name) {
    return new InputStreamReader(
        java.util.Objects.requireNonNull(Main.class.getResourceAsStream(name)),
        StandardCharsets.UTF_8);
  }

  private static int prompt(Exchange exchange) {
    // The parser's first use is slow; it is made while the user looks at the prompt.
    Thread warmUp = new Thread(SqlParsing::warm, "warm-up");
    warmUp.setDaemon(true);
    warmUp.start();
    return new Shell(exchange)
        .run(
            Line.of(Style.HEADING, "linkspan " + version())
                .plus(Style.DIM, "  Type help for the commands, quit to leave."));
  }

  /** Looks at scripts: what is wrong with them is told, and nothing is carried out. */
  private static int check(
      Arguments arguments, LinkspanConversation conversation, Exchange exchange) {
    Mistakes mistakes = new Mistakes();
    conversation.checkOnly(exchange.checkOnly(mistakes));
    new Batch(exchange, false).run(arguments.inputs());
    exchange.tell((page, questions) -> conversation.checked(page));
    exchange.remark(List.of(mistakes.summary()));
    return mistakes.exitCode();
  }

  private static int batch(Arguments arguments, Exchange exchange) {
    List<BatchInput> inputs = arguments.inputs();
    if (inputs.isEmpty()) {
      inputs =
          List.of(
              BatchInput.text("stdin", new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
    Batch batch = new Batch(exchange, arguments.echo() && !arguments.events());
    int code = batch.run(inputs);
    return code == ExitCode.DONE ? batch.closed() : code;
  }

  /** The version in the jar's manifest; none when run from class files. */
  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
