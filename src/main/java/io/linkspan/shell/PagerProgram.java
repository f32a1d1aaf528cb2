package io.linkspan.shell;

import io.linkspan.report.Line;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The pager of the user: {@code PSQL_PAGER}, else {@code PAGER}, else less where it is installed,
 * and nothing otherwise.
 */
final class PagerProgram {
  /**
   * Quits where one screen is enough, takes colours, does not wrap, leaves the screen as it is:
   * what git gives to less, and S, since the lines are those of tables.
   */
  private static final String LESS = "FRSX";

  private static final Pattern RAW = Pattern.compile("\\bless\\b.*\\s-\\w*[rR].*");

  private final Map<String, String> environment;

  PagerProgram(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** What is to be started; empty where nothing can be. */
  Optional<String> command() {
    for (String variable : List.of("PSQL_PAGER", "PAGER")) {
      String named = environment.get(variable);
      if (named != null) {
        // A pager of nothing is none, as in psql.
        return Optional.of(named).filter(text -> !text.isBlank());
      }
    }
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(environment.getOrDefault("PATH", ""))
        .filter(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, "less")))
        .findFirst()
        .map(folder -> "less");
  }

  /** Whether it passes colours on to the terminal. */
  private boolean takesColours(String command) {
    String options = environment.getOrDefault("LESS", LESS);
    boolean less = command.strip().matches("(\\S*/)?less(\\s.*)?");
    return (less && options.matches(".*[rR].*")) || RAW.matcher(command).matches();
  }

  /**
   * Starts it.
   *
   * @param after carried out when the user has left
   */
  Pager start(String command, Colours colours, Runnable after) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.environment().putIfAbsent("LESS", LESS);
    builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    return new Running(command, process, takesColours(command) ? colours : Colours.OFF, after);
  }

  /** The pager on the screen. */
  private static final class Running implements Pager {
    /** More than fits the pipe to a program that never reads. */
    private static final int KEPT = 200_000;

    private final String command;
    private final Process process;
    private final Writer input;
    private final List<Line> kept = new ArrayList<>();
    private int keptCharacters;
    private final Colours colours;
    private final Runnable after;
    private boolean left;

    Running(String command, Process process, Colours colours, Runnable after) {
      this.command = command;
      this.process = process;
      this.colours = colours;
      this.after = after;
      this.input =
          new BufferedWriter(
              new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void show(Line line) {
      keep(line);
      if (!left()) {
        try {
          input.write(colours.rendered(line) + "\n");
        } catch (IOException e) {
          // Its end of the pipe is closed: the user has seen enough.
          left = true;
        }
      }
    }

    /** As long as the shell may still say that it finds no such program. */
    private void keep(Line line) {
      if (keptCharacters < KEPT) {
        kept.add(line);
        keptCharacters += line.text().length() + 1;
        if (keptCharacters >= KEPT) {
          kept.clear();
        }
      }
    }

    @Override
    public Optional<Unshown> unshown() {
      return cannotStart(process) && keptCharacters < KEPT
          ? Optional.of(new Unshown(command, kept))
          : Optional.empty();
    }

    /** What the shell says of a program that it does not find, or may not start (POSIX, 2.8.2). */
    private static boolean cannotStart(Process process) {
      return !process.isAlive() && List.of(126, 127).contains(process.exitValue());
    }

    @Override
    public boolean left() {
      left |= !process.isAlive();
      return left;
    }

    @Override
    public void whenLeft(Runnable done) {
      CompletableFuture<Void> unused =
          process
              .onExit()
              .thenAccept(
                  ended -> {
                    if (!cannotStart(ended)) {
                      done.run();
                    }
                  });
    }

    @Override
    public void close() {
      try {
        input.close();
      } catch (IOException e) {
        left = true;
      }
      Waiting.forEnd(process);
      after.run();
    }
  }
}
