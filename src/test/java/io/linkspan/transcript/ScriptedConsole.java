package io.linkspan.transcript;

import io.linkspan.report.Line;
import io.linkspan.shell.Console;
import io.linkspan.shell.Editor;
import io.linkspan.shell.PlainConsole;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** A plain console of a given width, at which someone answers questions as the story says. */
public final class ScriptedConsole implements Console {
  private final StringWriter shown = new StringWriter();
  private final PlainConsole plain = new PlainConsole(new StringReader(""), shown, shown);
  private final int width;
  private final Deque<String> answers;
  private final Map<String, String> environment;

  /** {@code EDITOR} of the environment edits what is to be edited. */
  public ScriptedConsole(int width, Collection<String> answers, Map<String, String> environment) {
    this.environment = environment;
    this.width = width;
    this.answers = new ArrayDeque<>(answers);
  }

  /** All that was shown. */
  public String shown() {
    plain.flush();
    return shown.toString();
  }

  @Override
  public void print(Line line) {
    plain.print(line);
  }

  @Override
  public void remark(Line line) {
    plain.remark(line);
  }

  @Override
  public Writer data() {
    return plain.data();
  }

  @Override
  public void flush() {
    plain.flush();
  }

  @Override
  public Typed read(Line prompt, String begun) {
    return plain.read(prompt, begun);
  }

  @Override
  public Optional<String> secret(String prompt) {
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    plain.print(Line.of(prompt.stripTrailing()));
    return Optional.of(Password.raw(answers.remove()));
  }

  @Override
  public boolean confirm(String question) {
    String answer = answers.isEmpty() ? "n" : answers.remove();
    plain.print(Line.of(question + " (y/N) " + answer));
    return answer.equals("y");
  }

  @Override
  public Optional<String> edited(String text) {
    return environment.containsKey("EDITOR")
        ? Optional.of(new Editor(environment).edited(text))
        : Optional.empty();
  }

  @Override
  public Optional<String> answer(String prompt) {
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    plain.print(Line.of(prompt + answers.peek()));
    return Optional.of(answers.remove());
  }

  /** What the program writes is shown. */
  @Override
  public int program(ProcessBuilder program) throws IOException {
    Process started =
        program
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.PIPE)
            .start();
    started.getOutputStream().close();
    new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(Line::of)
        .forEach(plain::print);
    try {
      return started.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public boolean terminal() {
    return true;
  }

  @Override
  public void interruptsGoTo(Runnable handler) {}

  @Override
  public void close() {
    plain.close();
  }
}
